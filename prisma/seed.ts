import { closeDatabase, db } from "@/lib/db";
import { seedBureaus } from "@/prisma/seed/bureaus";
import { seedReports } from "@/prisma/seed/reports";
import { seedUsers } from "@/prisma/seed/users";

/** Demonstration data, into an empty database only; prints what it did. */
async function seed(): Promise<void> {
  if (await db.user.findFirst({ select: { id: true } })) {
    process.stdout.write("数据库里已经有人员，不再装入演示数据。\n");
    return;
  }
  const bureaus = await seedBureaus();
  await seedUsers(bureaus);
  await seedReports();
  process.stdout.write("已装入演示数据：灋河回族区，三个机关，三份报告。\n");
}

try {
  await seed();
} finally {
  await closeDatabase();
}
