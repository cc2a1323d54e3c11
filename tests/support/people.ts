import { randomUUID } from "node:crypto";
import { hashPassword } from "@/lib/auth/passwords";
import { db } from "@/lib/db";
import type { Prisma } from "@/prisma/generated/client";

export const password = "Right-2025!";

/** A person with an account of its own and that password. */
export async function createPerson(data: Partial<Prisma.UserCreateInput> = {}) {
  const account = `p.${randomUUID()}`;
  const passwordHash = await hashPassword(password);
  return db.user.create({ data: { account, name: "测试人", passwordHash, ...data } });
}
