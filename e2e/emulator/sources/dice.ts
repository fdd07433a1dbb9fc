/** Repeatable choices for one record. */
export type Dice = {
  /** A whole number from 0 up to but not including `below`. */
  below: (below: number) => number;
  pick: <T>(choices: readonly [T, ...T[]]) => T;
  /** True about once in `n` times. */
  oneIn: (n: number) => boolean;
  /** Characters as vendors use them in ids. */
  token: (length: number) => string;
  hex: (length: number) => string;
  uuid: () => string;
};

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Dice whose throws depend on nothing but the stream's name and the record's index. */
export function createDice(stream: string, index: number): Dice {
  let state = 2_166_136_261 ^ index;
  for (const character of stream) state = Math.imul(state ^ character.charCodeAt(0), 16_777_619);
  state = Math.imul(state ^ (index + 1), 2_246_822_519) >>> 0;

  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  }

  const below = (limit: number) => Math.floor(next() * limit);
  const hex = (length: number) => Array.from({ length }, () => below(16).toString(16)).join('');
  return {
    below,
    hex,
    pick: (choices) => choices[below(choices.length)] ?? choices[0],
    oneIn: (n) => below(n) === 0,
    token: (length) => Array.from({ length }, () => letters.charAt(below(letters.length))).join(''),
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-b${hex(3)}-${hex(12)}`,
  };
}
