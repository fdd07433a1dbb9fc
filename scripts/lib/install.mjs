import { readFileSync } from 'node:fs';
import { PlainError } from './plain-error.mjs';
import { captureProcess } from './processes.mjs';
import { inProject, projectRoot } from './project.mjs';
import { hashFiles, readStamp, writeStamp } from './stamps.mjs';

// Inside node_modules, so that it goes when they go.
const stampFile = inProject('node_modules', '.tributary-installed');

// Programs that come as one package per platform: npm can leave them out without a word, only loading them tells.
const nativeCheck = `
  const { createRequire } = require('node:module');
  const from = (name) => createRequire(require.resolve(name));
  require('lightningcss');
  require('esbuild').transformSync('let a: number', { loader: 'ts' });
  from('@tailwindcss/postcss')('@tailwindcss/oxide');
  from('vite')('rollup');
  from('knip')('oxc-parser');
  require('next/dist/build/swc').loadBindings().then(() => process.exit(0), () => process.exit(1));`;

async function areNativesUsable() {
  const loads = await captureProcess(process.execPath, ['-e', nativeCheck], { cwd: projectRoot });
  if (loads.code !== 0) return false;
  for (const file of ['@biomejs/biome/bin/biome', 'typescript/bin/tsc']) {
    const answer = await captureProcess(process.execPath, [inProject('node_modules', file), '--version']);
    if (answer.code !== 0) return false;
  }
  return true;
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Whether node_modules already holds every required package of the lock file in its version. */
function isTreeLikeLock() {
  const wanted = readPackages(inProject('package-lock.json'));
  const present = readPackages(inProject('node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([place, { version, optional, peer }]) =>
      place === '' || optional || (peer && !present[place]) || present[place]?.version === version,
  );
}

function npmCommand() {
  // Under `npm run` this is npm's own file; otherwise the program beside our Node, or the one on the path.
  const file = process.env.npm_execpath;
  if (file && /\.c?js$/.test(file)) return [process.execPath, [file]];
  return ['npm', []];
}

/** Runs npm quietly: the way that works comes second where the first is refused, and that refusal is no news. */
async function npm(...args) {
  const [command, first] = npmCommand();
  const always = ['--ignore-scripts', '--no-audit', '--no-fund', '--include=dev', '--include=optional'];
  const { code, output } = await captureProcess(command, [...first, ...args, ...always], {
    cwd: projectRoot,
  });
  if (code !== 0) return { ok: false, reason: output };
  const ok = await areNativesUsable();
  return { ok, reason: ok ? '' : 'the native programs of this platform do not load' };
}

async function installPackages() {
  const reasons = [];
  for (const args of [['ci'], ['install'], ['install', '--no-package-lock']]) {
    const { ok, reason } = await npm(...args);
    if (ok) return;
    reasons.push(`npm ${args.join(' ')}:\n${reason.trim()}`);
  }
  console.error(reasons.join('\n\n'));
  throw new PlainError(
    `The packages could not be installed for ${process.platform}-${process.arch}: npm's words are above.`,
  );
}

/**
 * Brings node_modules in line with the lock file; does nothing when they are. Install scripts stay off.
 * `npm ci` refuses a lock file that was written where some platform's binaries were not to be had, hence the fallbacks;
 * exact versions in package.json keep the last one honest.
 */
export async function install({ log = console.log } = {}) {
  const also = [process.platform, process.arch, process.versions.modules];
  const stamp = hashFiles(['package.json', 'package-lock.json', '.npmrc'], { also });
  if (readStamp(stampFile) === stamp) return;
  if (!(isTreeLikeLock() && (await areNativesUsable()))) {
    log('Installing packages (about a minute the first time)…');
    await installPackages();
  }
  writeStamp(stampFile, stamp);
}
