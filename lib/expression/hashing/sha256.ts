import { hexOfWords, padMessage } from './digest-bytes';
import { firstPrimes, rootFraction } from './prime-roots';

const constants = Int32Array.from(firstPrimes(64), (prime) => Number(rootFraction(prime, 3) >> 32n) | 0);
const initial = Int32Array.from(firstPrimes(8), (prime) => Number(rootFraction(prime, 2) >> 32n) | 0);

/** SHA-256 of the bytes in lower-case hexadecimal (FIPS 180-4). */
export function sha256(bytes: Uint8Array): string {
  const message = padMessage(bytes, 64, 8, false);
  const state = Int32Array.from(initial);
  const words = new Int32Array(64);
  for (let block = 0; block < message.byteLength; block += 64) {
    for (let at = 0; at < 16; at += 1) words[at] = message.getInt32(block + at * 4);
    for (let at = 16; at < 64; at += 1) {
      const [near, far] = [words[at - 2] ?? 0, words[at - 15] ?? 0];
      const low = turn(far, 7) ^ turn(far, 18) ^ (far >>> 3);
      const high = turn(near, 17) ^ turn(near, 19) ^ (near >>> 10);
      words[at] = (words[at - 16] ?? 0) + low + (words[at - 7] ?? 0) + high;
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
    for (let step = 0; step < 64; step += 1) {
      const chosen = (e & f) ^ (~e & g);
      const first =
        (h +
          (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) +
          chosen +
          (constants[step] ?? 0) +
          (words[step] ?? 0)) |
        0;
      const majority = (a & b) ^ (a & c) ^ (b & c);
      const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + majority) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + first) | 0;
      d = c;
      c = b;
      b = a;
      a = (first + second) | 0;
    }
    for (const [at, value] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] ?? 0) + value;
  }
  return hexOfWords(state);
}

/** Rotates to the right. */
function turn(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}
