import { closeDatabase } from "@/lib/db";
import { rebuildQueue } from "@/lib/reviews/queue/commands";

/** `npm run queue:rebuild`: writes 待办 of every report under review anew from its facts. */
const count = await rebuildQueue(new Date(), true);
process.stdout.write(`已重建 ${count} 份报告的待办。\n`);
await closeDatabase();
