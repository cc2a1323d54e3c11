import pg from "pg";

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL),
});

/** The floor of a save: the row of a section gets the text that was sent, and nothing else. */
export async function PATCH(request) {
  const { report, key, hash, content } = await request.json();
  const { rows } = await pool.query(
    `UPDATE "ReportSection" SET version = version + 1, hash = $3, content = $4, "updatedAt" = now()
     WHERE "reportId" = $1 AND key = $2 RETURNING version, hash`,
    [report, key, hash, content],
  );
  return Response.json(rows[0]);
}
