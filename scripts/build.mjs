import { existsSync } from 'node:fs';
import { build } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { reportFailure } from './lib/plain-error.mjs';
import { stopOnSignals } from './lib/processes.mjs';
import { toolFile } from './lib/project.mjs';

stopOnSignals({ exitCode: 1 });
try {
  // A hosting platform installs by its own rules: only a bare clone is helped along.
  if (!existsSync(toolFile('next'))) await install();
  await build({ force: true });
} catch (error) {
  reportFailure(error);
}
