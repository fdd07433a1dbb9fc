import { hexOfWords, padMessage, rotateLeft } from './digest-bytes';

const shifts = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21] as const;
const sines = Array.from(
  { length: 64 },
  (_, index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32) | 0,
);

/** MD5 of the bytes in lower-case hexadecimal (RFC 1321). */
export function md5(bytes: Uint8Array): string {
  const message = padMessage(bytes, 64, 8, true);
  let [a0, b0, c0, d0] = [0x67452301, 0xefcdab89 | 0, 0x98badcfe | 0, 0x10325476];
  for (let block = 0; block < message.byteLength; block += 64) {
    let [a, b, c, d] = [a0, b0, c0, d0];
    for (let step = 0; step < 64; step += 1) {
      const round = step >> 4;
      let mixed: number;
      let word: number;
      if (round === 0) [mixed, word] = [(b & c) | (~b & d), step];
      else if (round === 1) [mixed, word] = [(d & b) | (~d & c), (5 * step + 1) & 15];
      else if (round === 2) [mixed, word] = [b ^ c ^ d, (3 * step + 5) & 15];
      else [mixed, word] = [c ^ (b | ~d), (7 * step) & 15];
      const sum = (a + mixed + (sines[step] ?? 0) + message.getInt32(block + word * 4, true)) | 0;
      const turned = (b + rotateLeft(sum, shifts[round * 4 + (step & 3)] ?? 0)) | 0;
      [a, d, c, b] = [d, c, b, turned];
    }
    a0 = (a0 + a) | 0;
    b0 = (b0 + b) | 0;
    c0 = (c0 + c) | 0;
    d0 = (d0 + d) | 0;
  }
  return hexOfWords([a0, b0, c0, d0].map(swapBytes));
}

function swapBytes(word: number): number {
  return (rotateLeft(word, 8) & 0x00ff00ff) | (rotateLeft(word, 24) & 0xff00ff00);
}
