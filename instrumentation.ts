/** Runs once before the first request: a server that could only fail does not start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { prepareServer } = await import('./server/prepare-server');
  await prepareServer();
}
