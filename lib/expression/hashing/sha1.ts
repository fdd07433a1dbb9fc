import { hexOfWords, padMessage, rotateLeft } from './digest-bytes';

const constants = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6] as const;

/** SHA-1 of the bytes in lower-case hexadecimal (FIPS 180-4). */
export function sha1(bytes: Uint8Array): string {
  const message = padMessage(bytes, 64, 8, false);
  const state = Int32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0);
  const words = new Int32Array(80);
  for (let block = 0; block < message.byteLength; block += 64) {
    for (let at = 0; at < 16; at += 1) words[at] = message.getInt32(block + at * 4);
    for (let at = 16; at < 80; at += 1)
      words[at] = rotateLeft(word(at - 3) ^ word(at - 8) ^ word(at - 14) ^ word(at - 16), 1);
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
    for (let step = 0; step < 80; step += 1) {
      const round = Math.floor(step / 20);
      const mixed = round === 0 ? (b & c) | (~b & d) : round === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
      const next = (rotateLeft(a, 5) + mixed + e + (constants[round] ?? 0) + word(step)) | 0;
      [e, d, c, b, a] = [d, c, rotateLeft(b, 30), a, next];
    }
    for (const [at, value] of [a, b, c, d, e].entries()) state[at] = (state[at] ?? 0) + value;
  }
  return hexOfWords(state);

  function word(at: number): number {
    return words[at] ?? 0;
  }
}
