import { startNode } from "./children.mjs";
import { asVariables, openDatabase } from "./database.mjs";
import { loadEnvironment } from "./environment.mjs";
import { checkVariables, generateClient, installDependencies } from "./set-up.mjs";
import { endOnSignals, runScript } from "./shutdown.mjs";

/** Runs a TypeScript script on the database: `node scripts/with-database.mjs FILE ARGUMENTS`. */
runScript(async () => {
  const from = process.cwd();
  loadEnvironment();
  endOnSignals();
  await installDependencies();
  await checkVariables();
  await generateClient();
  const { urls } = await openDatabase();
  const args = ["--conditions=react-server", "--import", "tsx", ...process.argv.slice(2)];
  // Where the person stands, for the paths that they name: npm itself goes to the project.
  const env = { ...process.env, ...asVariables(urls), INIT_CWD: process.env.INIT_CWD ?? from };
  return (await startNode(args, { env }).ended).code;
});
