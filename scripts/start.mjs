import { existsSync } from 'node:fs';
import { nextVariables } from './lib/build.mjs';
import { PlainError, reportFailure } from './lib/plain-error.mjs';
import { startProcess, stopOnSignals } from './lib/processes.mjs';
import { inProject, projectRoot, toolFile } from './lib/project.mjs';

try {
  if (!existsSync(inProject('.next', 'BUILD_ID'))) {
    throw new PlainError('There is no production build: run "npm run build" first.');
  }
  // Containers set HOSTNAME to their own id, which is no address to listen on; they say 0.0.0.0 explicitly.
  const hostname = /[.:]|^localhost$/.test(process.env.HOSTNAME ?? '') ? process.env.HOSTNAME : '127.0.0.1';
  const args = [toolFile('next'), 'start', '-H', hostname, '-p', process.env.PORT || '3000'];
  const env = { ...process.env, ...nextVariables, NODE_ENV: 'production' };
  stopOnSignals();
  const { code } = await startProcess(process.execPath, args, { cwd: projectRoot, env, name: 'app' }).exit;
  process.exitCode = code ?? 1;
} catch (error) {
  reportFailure(error);
}
