import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseWorld } from './parse-world';
import { isObject } from './plain-json';
import type { World } from './world';

export type DataFile = {
  /** The kept world; `undefined` when there is none. Throws with one sentence when the file is not one. */
  load: () => World | undefined;
  /** Writes soon; many calls make one write. */
  save: (world: World) => void;
  flush: (world: World) => void;
};

const delayMs = 1000;

/** Keeps the world in a file, replaced as a whole so that a crash leaves the old or the new one. */
export function createDataFile(path: string | undefined): DataFile {
  let timer: NodeJS.Timeout | undefined;
  if (path === undefined) return { load: () => undefined, save: () => undefined, flush: () => undefined };
  mkdirSync(dirname(path), { recursive: true });

  function flush(world: World): void {
    if (path === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    writeFileSync(`${path}.new`, JSON.stringify(world), { mode: 0o600 });
    renameSync(`${path}.new`, path);
  }

  function saveSoon(world: World): void {
    try {
      flush(world);
    } catch (error) {
      // A full disk must not end the emulator; the next change tries again.
      console.error('emulator: the data file could not be written', error);
    }
  }

  return {
    flush,
    load() {
      if (!existsSync(path)) return undefined;
      const value = readJson(path);
      if (!isObject(value) || value.version !== 1)
        throw new Error(`${path} is not a data file of this emulator`);
      return parseWorld(value);
    },
    save(world) {
      timer ??= setTimeout(() => saveSoon(world), delayMs).unref();
    },
  };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} is not a data file of this emulator`, { cause: error });
  }
}
