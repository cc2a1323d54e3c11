/** A stop that the person can do something about: printed as its sentence, without a stack. */
export class Refusal extends Error {}

/** Prints a line at once. */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Shows that a long step still runs: the title, then the seconds every few seconds. */
export async function step(title, work) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  say(`▸ ${title}…`);
  const timer = setInterval(() => say(`  ${title}…… ${seconds()} 秒`), 5000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (seconds() >= 1) say(`  ${title}：用时 ${seconds()} 秒`);
  }
}
