import { nextVariables } from './build.mjs';
import { startProcess } from './processes.mjs';
import { inProject, projectRoot, toolFile } from './project.mjs';
import { waitUntilAnswering } from './wait-until-answering.mjs';

/**
 * Starts the platform emulator on a loopback port and waits until it answers. `dataFile` keeps its state; `more` are
 * further options of `e2e/emulator/serve.ts`.
 */
export async function startEmulator({ port, dataFile, more = [], log }) {
  const args = ['--import', 'tsx', inProject('e2e', 'emulator', 'serve.ts')];
  if (dataFile) args.push('--data', dataFile);
  args.push(...more);
  const handle = startProcess(process.execPath, args, {
    cwd: projectRoot,
    env: { ...process.env, EMULATOR_PORT: String(port) },
    log,
    name: 'emulator',
  });
  const url = `http://127.0.0.1:${port}`;
  // Whatever it says: an answer at all means that it listens.
  await waitUntilAnswering(handle, url, { timeoutMs: 30_000, isReady: () => true });
  return { handle, url };
}

/** Starts the app on a loopback port, built (`start`) or with hot reload (`dev`), and waits until it is healthy. */
export async function startApp({ mode, port, env, log }) {
  const args = [toolFile('next'), mode, '-H', '127.0.0.1', '-p', String(port)];
  const handle = startProcess(process.execPath, args, {
    cwd: projectRoot,
    env: {
      ...process.env,
      ...nextVariables,
      ...env,
      PORT: String(port),
      NODE_ENV: mode === 'dev' ? 'development' : 'production',
    },
    log,
    name: 'app',
  });
  await waitUntilAnswering(handle, `http://127.0.0.1:${port}/api/health`);
  return handle;
}
