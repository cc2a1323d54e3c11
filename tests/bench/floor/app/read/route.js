import pg from "pg";

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL),
});

/** The floor of a read: the row of a section, and nothing else. */
export async function GET(request) {
  const { searchParams } = new URL(request.url);
  const { rows } = await pool.query(
    `SELECT key, version, hash, content FROM "ReportSection" WHERE "reportId" = $1 AND key = $2`,
    [searchParams.get("report"), searchParams.get("key")],
  );
  return Response.json(rows[0]);
}
