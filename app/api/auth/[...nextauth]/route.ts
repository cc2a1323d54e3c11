import { nextAuthRoute } from "@/lib/auth/options";

export const GET = nextAuthRoute;
export const POST = nextAuthRoute;
