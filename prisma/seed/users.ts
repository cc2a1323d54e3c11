import { hashPassword } from "@/lib/auth/passwords";
import { db } from "@/lib/db";
import type { Role } from "@/prisma/generated/enums";

const PASSWORD = "Demo-2025!";

/** Before the first fact of the demonstration. */
const FROM = new Date("2024-01-01T00:00:00Z");

interface Duty {
  role: Role;
  level?: number;
}

const level = (n: number): Duty[] => [
  { role: "REVIEWER", level: n },
  { role: "PROOFREADER", level: n },
];

const duties: Record<string, Duty[]> = {
  clerk: [{ role: "DRAFTER" }],
  clerk2: [{ role: "DRAFTER" }],
  review1: level(1),
  review2: level(2),
  review3: level(3),
  proof1: [{ role: "PROOFREADER" }],
  admin: [{ role: "PUBLISHER" }],
  both: [...level(1), ...level(2)],
};

const people: [account: string, name: string][] = [
  ["sfj.clerk", "马晓雯"],
  ["sfj.clerk2", "丁志远"],
  ["sfj.review1", "王秉文"],
  ["sfj.review2", "杨静"],
  ["sfj.review3", "沙建国"],
  ["sfj.proof1", "白云霞"],
  ["sfj.admin", "金晨"],
  ["sfj.both", "穆海峰"],
  ["jyj.clerk", "李思源"],
  ["jyj.clerk2", "赵一凡"],
  ["jyj.review1", "陈立群"],
  ["jyj.review2", "周敏"],
  ["jyj.review3", "吴国栋"],
  ["jyj.proof1", "郑雅文"],
  ["jyj.admin", "冯磊"],
  ["jyj.both", "蒋婷"],
];

const single: [account: string, name: string, bureau: string | null, role: Role][] = [
  ["qzf.super", "沈立新", "qzf", "SUPERVISOR"],
  ["sys.admin", "系统管理员", null, "SYSTEM_ADMIN"],
  ["sec.admin", "安全管理员", null, "SECURITY_ADMIN"],
  ["audit.admin", "审计管理员", null, "AUDITOR"],
];

/** The demonstration accounts, all with one password. */
export async function seedUsers(bureaus: Record<string, string>): Promise<void> {
  for (const [account, name] of people) {
    const [bureau = "", duty = ""] = account.split(".");
    await createUser(account, name, bureaus[bureau] ?? null, duties[duty] ?? []);
  }
  for (const [account, name, bureau, role] of single) {
    await createUser(account, name, bureau && (bureaus[bureau] ?? null), [{ role }]);
  }
}

async function createUser(account: string, name: string, bureauId: string | null, roles: Duty[]) {
  const passwordHash = await hashPassword(PASSWORD);
  const memberships = { create: roles.map((duty) => ({ ...duty, bureauId, from: FROM })) };
  await db.user.create({ data: { account, name, passwordHash, createdAt: FROM, memberships } });
}
