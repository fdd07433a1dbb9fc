import { mkdirSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Opens a fresh log file for programs we start; `stdio` goes to `spawn`. */
export function openServiceLog(file) {
  mkdirSync(path.dirname(file), { recursive: true });
  const descriptor = openSync(file, 'w', 0o600);
  return { file, stdio: ['ignore', descriptor, descriptor] };
}

/** The last line of a log that tells of trouble, for a sentence about why a program ended; else undefined. */
export function readTrouble(file) {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('at '));
  return lines.findLast((line) => /error|refused|missing|must |already|cannot|could not|fatal|⨯/i.test(line));
}
