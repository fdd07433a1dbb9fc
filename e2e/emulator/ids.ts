import { createHash } from 'node:crypto';
import type { World } from './world';

export type IdShape = 'uuid' | 'hex24' | 'hex32' | 'hex48' | 'ulid';

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function nextHex(world: World, purpose: string): string {
  world.idCounter += 1;
  return createHash('sha256').update(`${world.seed}/${purpose}/${world.idCounter}`).digest('hex');
}

/** The next id of the world: the same requests after a reset give the same ids, except for the time in a ulid. */
export function newId(world: World, shape: IdShape, nowMs: number): string {
  const hex = nextHex(world, shape);
  switch (shape) {
    case 'uuid':
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
    case 'hex24':
      return hex.slice(0, 24);
    case 'hex32':
      return hex.slice(0, 32);
    case 'hex48':
      return hex.slice(0, 48);
    case 'ulid':
      return ulid(nowMs, hex);
  }
}

function ulid(nowMs: number, hex: string): string {
  let time = '';
  let rest = nowMs;
  for (let i = 0; i < 10; i += 1) {
    time = crockford.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  let random = '';
  for (let i = 0; i < 16; i += 1) {
    random += crockford.charAt(Number.parseInt(hex.slice(i * 2, i * 2 + 2), 16) % 32);
  }
  return time + random;
}

/** A fresh etag in the platform's form, with its double quotes inside. */
export function newEtag(world: World, nowMs: number): string {
  const hex = nextHex(world, 'etag').slice(0, 8);
  const seconds = Math.floor(nowMs / 1000)
    .toString(16)
    .padStart(8, '0');
  return `"${hex}-0000-0200-0000-${seconds}0000"`;
}
