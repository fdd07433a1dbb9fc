import { existsSync } from 'node:fs';
import { PlainError } from './plain-error.mjs';
import { runProcess } from './processes.mjs';
import { inProject, projectRoot, toolFile } from './project.mjs';
import { hashFiles, readStamp, writeStamp } from './stamps.mjs';

// Inside .next, so that it goes when the build goes.
const stampFile = inProject('.next', 'tributary-build');
const sources = [
  'app',
  'components',
  'lib',
  'public',
  'server',
  'instrumentation.ts',
  'instrumentation-client.ts',
  'proxy.ts',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'postcss.config.mjs',
  'tsconfig.json',
];
const isNoSource = (name) => /\.test\.tsx?$/.test(name) || name.startsWith('.well-known');

/** Variables every Next command of ours runs with. */
export const nextVariables = { NEXT_TELEMETRY_DISABLED: '1' };

/**
 * Makes the production build unless the one that is there came from the very same sources.
 * `force` builds in any case, as `npm run build` does; `stdio` is where the build's own words go.
 *
 * @param {{ force?: boolean, log?: (line: string) => void, stdio?: import('node:child_process').StdioOptions }} options
 */
export async function build({ force = false, log = console.log, stdio = 'inherit' } = {}) {
  const stamp = hashFiles(sources, { skip: isNoSource, also: [process.version] });
  if (!force && readStamp(stampFile) === stamp && existsSync(inProject('.next', 'BUILD_ID'))) return;
  log('Building (up to a minute)…');
  const env = { ...process.env, ...nextVariables, NODE_ENV: 'production' };
  const code = await runProcess(process.execPath, [toolFile('next'), 'build'], {
    cwd: projectRoot,
    env,
    stdio,
    name: 'build',
  });
  if (code !== 0) throw new PlainError(`The build failed with exit code ${code}.`);
  writeStamp(stampFile, stamp);
}
