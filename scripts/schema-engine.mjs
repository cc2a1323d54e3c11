import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const markFinished = `UPDATE "_prisma_migrations" SET "finished_at" = now()
  WHERE "finished_at" IS NULL AND "rolled_back_at" IS NULL;`;

const snapshot = "prisma/migrations/schema.prisma";

const nothingLeftOut = { externalTables: [], externalEnums: [] };

/**
 * Prisma's schema engine as WebAssembly, over a connection of `pg`. The `prisma` command would
 * download a native engine, which closed networks refuse; this one comes with the packages and
 * writes the same `_prisma_migrations`. Needs the dependencies to be installed.
 * @returns `{engine, close()}`; an open one keeps its connection.
 */
export async function openSchemaEngine(databaseUrl) {
  const [{ PrismaPg }, { bindMigrationAwareSqlAdapterFactory }] = await Promise.all([
    import("@prisma/adapter-pg"),
    import("@prisma/driver-adapter-utils"),
  ]);
  const { SchemaEngine } = await loadWasm();
  // One connection: the engine's advisory lock belongs to a session.
  const factory = new PrismaPg({ connectionString: databaseUrl, max: 1 });
  const connect = factory.connect.bind(factory);
  const scripts = migrationList().migrationDirectories.map((d) => d.migrationFile.value);
  const opened = [];
  factory.connect = async () => {
    opened.push(await connect());
    return sendWholeScripts(opened.at(-1), scripts);
  };
  const adapter = bindMigrationAwareSqlAdapterFactory(factory);
  const engine = await SchemaEngine.new(
    { datamodels: schemaFiles().map(asPair) },
    () => {},
    adapter,
  );
  return { engine, close: () => Promise.all(opened.map((connection) => connection.dispose())) };
}

/**
 * The adapter splits scripts at every semicolon, those in function bodies and comments included,
 * and leaves half a migration behind when one fails. Sent whole, a script is one transaction; a
 * migration notes its own end in the same one, so that a row without an end was rolled back.
 */
function sendWholeScripts(connection, migrations) {
  connection.executeScript = async (script) => {
    const end = migrations.includes(script) ? `;\n${markFinished}` : "";
    await connection.underlyingDriver().query(script + end);
  };
  return connection;
}

/** Applies what `prisma/migrations` holds and the database lacks; answers the names applied. */
export async function applyMigrations({ engine }) {
  const input = { migrationsList: migrationList(), filters: nothingLeftOut };
  return (await engine.applyMigrations(input)).appliedMigrationNames;
}

/**
 * The SQL from the schema as of the last migration to the present one. Against a live database
 * or a shadow database the engine cannot read the catalogue through this adapter.
 */
export async function diffSinceLastMigration({ engine }) {
  const from = { tag: "schemaDatamodel", files: [{ path: snapshot, content: read(snapshot) }] };
  const to = { tag: "schemaDatamodel", files: schemaFiles() };
  const params = { from, to, script: true, exitCode: null, filters: nothingLeftOut };
  const sql = (await engine.diff(params)).stdout ?? "";
  return sql.includes("This is an empty migration") ? "" : sql;
}

/** Keeps the present schema as the one that the migrations make. */
export function keepSnapshot() {
  writeFileSync(
    snapshot,
    schemaFiles()
      .map((file) => file.content)
      .join("\n"),
  );
}

function schemaFiles() {
  return filesIn("prisma/schema", ".prisma").map((path) => ({
    path: join(process.cwd(), path),
    content: read(path),
  }));
}

function migrationList() {
  const baseDir = "prisma/migrations";
  const directories = readdirSync(baseDir, { withFileTypes: true }).filter((e) => e.isDirectory());
  return {
    baseDir: join(process.cwd(), baseDir),
    lockfile: {
      path: "migration_lock.toml",
      content: read(join(baseDir, "migration_lock.toml")),
    },
    shadowDbInitScript: "",
    migrationDirectories: directories.map((e) => migrationDirectory(baseDir, e.name)).sort(byPath),
  };
}

function migrationDirectory(baseDir, name) {
  const file = join(baseDir, name, "migration.sql");
  const content = existsSync(file)
    ? { tag: "ok", value: read(file) }
    : { tag: "error", value: `${file} is missing` };
  return { path: name, migrationFile: { path: "migration.sql", content } };
}

/** The package's own entry imports the `.wasm` file as a module, which Node 20 does not know. */
async function loadWasm() {
  const glue = createRequire(import.meta.url).resolve(
    "@prisma/schema-engine-wasm/schema_engine_bg",
  );
  const bindings = await import(pathToFileURL(glue).href);
  const bytes = readFileSync(join(dirname(glue), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, {
    "./schema_engine_bg.js": withIdleTimers(bindings),
  });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings;
}

function read(path) {
  return readFileSync(path, "utf8");
}

/** The engine never clears the ten seconds that it would wait for its lock; nobody else should. */
function withIdleTimers(bindings) {
  const imports = { ...bindings };
  const timer = Object.keys(imports).find((name) => name.startsWith("__wbg_setTimeout"));
  if (timer) imports[timer] = (work, ms) => setTimeout(work, ms).unref();
  return imports;
}

function filesIn(folder, extension) {
  return readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => join(folder, name));
}

function asPair({ path, content }) {
  return [path, content];
}

function byPath(a, b) {
  return a.path < b.path ? -1 : 1;
}
