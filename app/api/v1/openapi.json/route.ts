import { handlePublic } from "@/lib/api";
import { openApiDocument } from "@/lib/openapi/document";

export const GET = handlePublic(async () => openApiDocument());
