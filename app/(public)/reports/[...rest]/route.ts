import { missingPage } from "@/lib/http";

/** What is no address of a report answers as a report that does not exist. */
export const GET = missingPage();
