import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './project.mjs';

function listFiles(entry, skip) {
  const absolute = path.join(projectRoot, entry);
  const stat = statSync(absolute, { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return [entry];
  return readdirSync(absolute)
    .filter((name) => !skip(name))
    .flatMap((name) => listFiles(path.join(entry, name), skip));
}

/** Hash over the names and contents of files and folders of the repository; a missing one counts as absent. */
export function hashFiles(entries, { skip = () => false, also = [] } = {}) {
  const hash = createHash('sha256').update(JSON.stringify(also));
  for (const file of entries.flatMap((entry) => listFiles(entry, skip)).sort()) {
    const content = readFileSync(path.join(projectRoot, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** The stamp a finished piece of work left behind, or undefined. */
export function readStamp(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** Leaves a stamp; the folder is made when missing. */
export function writeStamp(file, stamp) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${stamp}\n`);
}
