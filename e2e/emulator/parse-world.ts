import { clonePlain } from './plain-json';
import { defaultSwitches } from './switches';
import type { World } from './world';

/** Gives a parsed data file or a stored snapshot the null-prototype objects that the tables rely on. */
export function parseWorld(value: unknown): World {
  const world = clonePlain(value) as World;
  // A data file may be older than a switch.
  world.switches = { ...defaultSwitches, ...world.switches };
  return world;
}
