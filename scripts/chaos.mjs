import { ensurePostgres } from './lib/ensure-postgres.mjs';
import { install } from './lib/install.mjs';
import { reportFailure } from './lib/plain-error.mjs';
import { runProcess, stopOnSignals } from './lib/processes.mjs';
import { inProject, projectRoot } from './lib/project.mjs';

stopOnSignals({ exitCode: 1 });
try {
  await install({ log: console.error });
  const given = process.env.TEST_POSTGRES_URL;
  const server = given ? { url: given, stop: async () => {} } : await ensurePostgres({ log: console.error });
  if (server.reason)
    console.error(`Without PostgreSQL, everything runs on the embedded database: ${server.reason}`);
  // react-server is the condition under which server-only modules load outside Next.
  const args = ['--conditions=react-server', '--import', 'tsx', inProject('e2e', 'chaos', 'main.ts')];
  const env = { ...process.env, LOG_LEVEL: 'silent', CHAOS_POSTGRES_URL: server.url ?? '' };
  try {
    const options = { cwd: projectRoot, env, name: 'chaos' };
    process.exitCode = await runProcess(process.execPath, [...args, ...process.argv.slice(2)], options);
  } finally {
    await server.stop?.();
  }
} catch (error) {
  reportFailure(error);
}
