import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository; every script works from here whatever the caller's folder is. */
export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Absolute path of something inside the repository. */
export function inProject(...parts) {
  return path.join(projectRoot, ...parts);
}

const toolFiles = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  knip: 'node_modules/knip/bin/knip.js',
  next: 'node_modules/next/dist/bin/next',
  playwright: 'node_modules/@playwright/test/cli.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vitest: 'node_modules/vitest/vitest.mjs',
};

/** File of an installed tool, to be run with the Node that runs us: no npx, no shell, the same on every system. */
export function toolFile(name) {
  return inProject(toolFiles[name]);
}
