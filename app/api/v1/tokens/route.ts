import { handlePublic, readJson } from "@/lib/api";
import { createToken } from "@/lib/auth/commands";
import { credentialsSchema } from "@/lib/auth/schema";

export const POST = handlePublic(async ({ request, address, now }) => {
  const { account, password } = await readJson(request, credentialsSchema, 4096);
  const answer = await createToken({ account, password, address }, now);
  return Response.json(answer, { status: 201, headers: { "Cache-Control": "no-store" } });
});
