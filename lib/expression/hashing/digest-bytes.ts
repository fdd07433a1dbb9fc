/** Lower-case hexadecimal of 32-bit words, most significant byte first. */
export function hexOfWords(words: ArrayLike<number>): string {
  let hex = '';
  for (let at = 0; at < words.length; at += 1) hex += ((words[at] ?? 0) >>> 0).toString(16).padStart(8, '0');
  return hex;
}

/**
 * The message with the padding of MD5 and the SHA family: a one bit, zeros, and the length in bits, so that whole
 * blocks result. `lengthBytes` is 8, or 16 for SHA-512.
 */
export function padMessage(
  bytes: Uint8Array,
  blockBytes: number,
  lengthBytes: number,
  littleEndian: boolean,
): DataView<ArrayBuffer> {
  const total = Math.ceil((bytes.length + 1 + lengthBytes) / blockBytes) * blockBytes;
  const padded = new Uint8Array(total);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  const bits = BigInt(bytes.length) * 8n;
  view.setBigUint64(littleEndian ? total - lengthBytes : total - 8, bits, littleEndian);
  return view;
}

/** Rotates a 32-bit word to the left. */
export function rotateLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
