import { install } from './lib/install.mjs';
import { PlainError, reportFailure } from './lib/plain-error.mjs';
import { runProcess, stopOnSignals } from './lib/processes.mjs';
import { inProject, projectRoot } from './lib/project.mjs';

stopOnSignals({ exitCode: 1 });
try {
  // Standard output carries JSON lines and nothing else.
  await install({ log: console.error });
  // react-server is the condition under which server-only modules load outside Next.
  const args = ['--conditions=react-server', '--import', 'tsx', inProject('scripts', 'run-benchmarks.mjs')];
  const code = await runProcess(process.execPath, [...args, ...process.argv.slice(2)], { cwd: projectRoot });
  if (code !== 0) throw new PlainError('A benchmark failed or missed its budget: see above.');
} catch (error) {
  reportFailure(error);
}
