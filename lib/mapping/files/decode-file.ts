import { formatBytes } from '@/lib/format/numbers';

/** The largest mapping file that is read, in bytes; 8,000 rows are about one. */
export const maximumFileBytes = 4_000_000;

export type DecodedFile = { ok: true; text: string } | { ok: false; sentence: string };

const starts = (bytes: Uint8Array, ...first: number[]) => first.every((byte, at) => bytes[at] === byte);

/** The text of a file that somebody chose: UTF-8 with or without its mark, or UTF-16. */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  if (bytes.length === 0) return { ok: false, sentence: 'The file is empty.' };
  if (bytes.length > maximumFileBytes) {
    return {
      ok: false,
      sentence: `The file has ${formatBytes(bytes.length)}; at most ${formatBytes(maximumFileBytes)} are read.`,
    };
  }
  if (starts(bytes, 0x50, 0x4b, 3, 4) || starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    return {
      ok: false,
      sentence: 'This is a workbook, not a text. Save it as “CSV UTF-8” in your spreadsheet.',
    };
  }
  if (starts(bytes, 0xff, 0xfe) || (bytes.length > 3 && bytes[1] === 0 && bytes[3] === 0)) {
    return decode(bytes, 'utf-16le');
  }
  if (starts(bytes, 0xfe, 0xff) || (bytes.length > 3 && bytes[0] === 0 && bytes[2] === 0)) {
    return decode(bytes, 'utf-16be');
  }
  return decode(bytes, 'utf-8');
}

function decode(bytes: Uint8Array, encoding: string): DecodedFile {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0')
      ? { ok: false, sentence: 'This is no text file. Choose a CSV or JSON file.' }
      : { ok: true, text };
  } catch {
    const { line } = firstBrokenLine(bytes, encoding);
    return {
      ok: false,
      sentence: `Line ${line} holds bytes that are no ${encoding.toUpperCase()}. Save the file as “CSV UTF-8”.`,
    };
  }
}

function firstBrokenLine(bytes: Uint8Array, encoding: string): { line: number } {
  const lenient = new TextDecoder(encoding).decode(bytes);
  const at = lenient.indexOf('\uFFFD');
  return { line: lenient.slice(0, Math.max(0, at)).split('\n').length };
}
