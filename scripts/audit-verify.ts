import { verifyChains } from "@/lib/audit/verify";
import { closeDatabase } from "@/lib/db";

/** `npm run audit:verify`: walks every chain of the log; ends with 1 when anything is wrong. */
const { chains, rows, faults } = await verifyChains();
for (const { message } of faults) process.stdout.write(`${message}\n`);
const outcome = faults.length ? `发现 ${faults.length} 处问题` : "全部衔接，未发现改动";
process.stdout.write(`已核验 ${chains} 条链、${rows} 条记录：${outcome}。\n`);
await closeDatabase();
process.exitCode = faults.length ? 1 : 0;
