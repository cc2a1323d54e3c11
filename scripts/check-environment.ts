import { findWrongVariables } from "@/lib/env";

const sentences = findWrongVariables();
for (const sentence of sentences) process.stderr.write(`${sentence}\n`);
process.exitCode = sentences.length > 0 ? 1 : 0;
