import "server-only";
import type { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireActor } from "@/lib/auth/session";
import { AppError, type ErrorCode } from "@/lib/errors";
import { type FieldErrors, parseInput } from "@/lib/input";

/** What every server action answers. */
export type ActionResult<T> =
  | { ok: true; data: T }
  | { ok: false; code: ErrorCode; message: string; fieldErrors: FieldErrors };

/**
 * The door for server actions: finds the actor, parses the input (an object, or a
 * form's fields), runs the command, and turns a refusal into a result. Anything
 * unexpected is thrown on.
 */
export function action<S extends z.ZodType, T>(
  schema: S,
  command: (actor: Actor, input: z.output<S>, now: Date) => Promise<T>,
): (input: z.input<S> | FormData) => Promise<ActionResult<T>> {
  return async function run(input) {
    try {
      const actor = await requireActor();
      const value = input instanceof FormData ? Object.fromEntries(input) : input;
      return { ok: true, data: await command(actor, parseInput(schema, value), new Date()) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const { code, reasons, extra } = error;
      const fieldErrors = (extra.fieldErrors as FieldErrors | undefined) ?? {};
      return { ok: false, code, message: reasons.join("\n"), fieldErrors };
    }
  };
}
