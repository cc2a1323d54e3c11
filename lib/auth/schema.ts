import { z } from "zod";
import { Role } from "@/prisma/generated/enums";

/** Body of `POST /api/v1/tokens`, and the fields of the login form. */
export const credentialsSchema = z.object({
  account: z
    .string("请填写账号。")
    .trim()
    .min(1, "请填写账号。")
    .max(64, "账号不超过 64 个字符。")
    .regex(/^\P{C}*$/u, "账号含有无法识别的字符。"),
  // Bounded, so that nobody has megabytes hashed; never trimmed.
  password: z.string("请填写密码。").min(1, "请填写密码。").max(256, "密码不超过 256 个字符。"),
  /** One-time code; no account has a second factor yet. */
  otp: z.string().max(16).optional(),
});

/** What the login form shows after a refusal. */
export interface SignInState {
  /** Typed account, given back so that only the password is typed again. */
  account: string;
  /** Messages by field. */
  fieldErrors: Record<string, string[]>;
}

/** Answer of `POST /api/v1/tokens`. */
export const tokenSchema = z.object({ token: z.string(), expiresAt: z.iso.datetime() });

/** Answer of `GET /api/v1/me`. */
export const meSchema = z.object({
  id: z.uuid(),
  account: z.string(),
  name: z.string(),
  roles: z.array(
    z.object({
      /** Bureau code; null for a role in the installation. */
      bureau: z.string().nullable(),
      bureauName: z.string().nullable(),
      role: z.enum(Role),
      /** Level of a reviewer or proofreader; null is any level. */
      level: z.int().nullable(),
    }),
  ),
});

export type Me = z.infer<typeof meSchema>;
