/** Called once by Next when a server process starts. */
export async function register(): Promise<void> {
  const { startSweeping } = await import("@/lib/jobs/sweep");
  startSweeping();
}
