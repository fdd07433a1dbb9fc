import { clonePlain } from './plain-json';
import type { World } from './world';

/** Gives a parsed data file or a stored snapshot the null-prototype objects that the tables rely on. */
export function parseWorld(value: unknown): World {
  return clonePlain(value) as World;
}
