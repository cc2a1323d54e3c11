import { handle, readJson } from "@/lib/api";
import { changeSettings } from "@/lib/notifications/settings/commands";
import { getSettings } from "@/lib/notifications/settings/queries";
import { settingsInput } from "@/lib/notifications/settings/schema";

export const GET = handle(async ({ actor }) => getSettings(actor));

export const PUT = handle(async ({ actor, request, now }) => {
  await changeSettings(actor, await readJson(request, settingsInput), now);
  return getSettings(actor);
});
