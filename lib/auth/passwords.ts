import "server-only";
import { hash, verify } from "@node-rs/argon2";

/** Argon2id (the package's default kind), 19 MiB, two passes: the OWASP minimum. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Hash of random bytes that nobody kept, at the same cost as every real one: what
 * an account that does not exist is compared with, so that it takes as long.
 */
const nobody =
  "$argon2id$v=19$m=19456,t=2,p=1$EgyzNbW8qRo6oOqab8nQow$BbPCGKas/ugv9tuj0xtozKclop3hzG3WNHF5ucS76ec";

/** The PHC string to store for a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** Whether the password belongs to the hash. Without a hash it works as hard, and says no. */
export async function verifyPassword(
  passwordHash: string | null,
  password: string,
): Promise<boolean> {
  const matches = await verify(passwordHash ?? nobody, password);
  return passwordHash !== null && matches;
}
