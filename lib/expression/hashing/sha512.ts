import { padMessage } from './digest-bytes';
import { firstPrimes, rootFraction } from './prime-roots';

const constants = BigUint64Array.from(firstPrimes(80).map((prime) => rootFraction(prime, 3)));
const initial = BigUint64Array.from(firstPrimes(8).map((prime) => rootFraction(prime, 2)));
const mask = 0xffff_ffff_ffff_ffffn;

/** SHA-512 of the bytes in lower-case hexadecimal (FIPS 180-4). */
export function sha512(bytes: Uint8Array): string {
  const message = padMessage(bytes, 128, 16, false);
  const state = BigUint64Array.from(initial);
  const words = new BigUint64Array(80);
  for (let block = 0; block < message.byteLength; block += 128) {
    for (let at = 0; at < 16; at += 1) words[at] = message.getBigUint64(block + at * 8);
    for (let at = 16; at < 80; at += 1) {
      const [near, far] = [words[at - 2] ?? 0n, words[at - 15] ?? 0n];
      const low = turn(far, 1n) ^ turn(far, 8n) ^ (far >> 7n);
      const high = turn(near, 19n) ^ turn(near, 61n) ^ (near >> 6n);
      words[at] = (words[at - 16] ?? 0n) + low + (words[at - 7] ?? 0n) + high;
    }
    let [a = 0n, b = 0n, c = 0n, d = 0n, e = 0n, f = 0n, g = 0n, h = 0n] = state;
    for (let step = 0; step < 80; step += 1) {
      const chosen = (e & f) ^ (~e & mask & g);
      const mixed = turn(e, 14n) ^ turn(e, 18n) ^ turn(e, 41n);
      const first = h + mixed + chosen + (constants[step] ?? 0n) + (words[step] ?? 0n);
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const second = (turn(a, 28n) ^ turn(a, 34n) ^ turn(a, 39n)) + majority;
      h = g;
      g = f;
      f = e;
      e = (d + first) & mask;
      d = c;
      c = b;
      b = a;
      a = (first + second) & mask;
    }
    for (const [at, value] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] ?? 0n) + value;
  }
  return Array.from(state, (word) => word.toString(16).padStart(16, '0')).join('');
}

/** Rotates to the right. */
function turn(word: bigint, by: bigint): bigint {
  return ((word >> by) | (word << (64n - by))) & mask;
}
