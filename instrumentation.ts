/** Called once by Next when a server process starts. */
export async function register(): Promise<void> {
  // Written out, since the bundler drops this branch from the edge build by this very expression.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startSweeping } = await import("@/lib/jobs/sweep");
    startSweeping();
  }
}
