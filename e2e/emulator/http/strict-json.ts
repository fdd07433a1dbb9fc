import type { Json } from '../contract';
import { emptyTable } from '../plain-json';

const maximumDepth = 64;

/** Thrown for text that is not strict JSON; the message names the character position, never the text. */
export class JsonSyntaxError extends Error {}

/**
 * Parses strict JSON (RFC 8259) into null-prototype objects. Refuses what parsers disagree about: byte order marks,
 * doubled keys, numbers beyond a double, and nesting deeper than 64.
 */
export function parseStrictJson(text: string): Json {
  let at = 0;

  function fail(reason: string): never {
    throw new JsonSyntaxError(`${reason} at position ${at}`);
  }

  function skipSpace(): void {
    for (;;) {
      const code = text.charCodeAt(at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return;
      at += 1;
    }
  }

  function readString(): string {
    const start = at;
    at += 1;
    for (;;) {
      const code = text.charCodeAt(at);
      if (Number.isNaN(code)) fail('unterminated string');
      if (code === 34) break;
      if (code < 32) fail('control character in string');
      at += code === 92 ? 2 : 1;
    }
    at += 1;
    try {
      return JSON.parse(text.slice(start, at)) as string;
    } catch {
      return fail('bad escape in string');
    }
  }

  function readNumber(): number {
    const match = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
    match.lastIndex = at;
    const found = match.exec(text);
    if (!found) return fail('unexpected character');
    at += found[0].length;
    const value = Number(found[0]);
    return Number.isFinite(value) ? value : fail('number out of range');
  }

  function readWord<T>(word: string, value: T): T {
    if (!text.startsWith(word, at)) fail('unexpected character');
    at += word.length;
    return value;
  }

  function readList(depth: number): Json[] {
    const items: Json[] = [];
    at += 1;
    skipSpace();
    if (text[at] === ']') {
      at += 1;
      return items;
    }
    for (;;) {
      items.push(readValue(depth));
      skipSpace();
      if (text[at] === ']') break;
      if (text[at] !== ',') fail('expected a comma');
      at += 1;
    }
    at += 1;
    return items;
  }

  function readObject(depth: number): Json {
    const object = emptyTable<Json>();
    at += 1;
    skipSpace();
    if (text[at] === '}') {
      at += 1;
      return object;
    }
    for (;;) {
      skipSpace();
      if (text[at] !== '"') fail('expected a key');
      const key = readString();
      if (key in object) fail('doubled key');
      skipSpace();
      if (text[at] !== ':') fail('expected a colon');
      at += 1;
      object[key] = readValue(depth);
      skipSpace();
      if (text[at] === '}') break;
      if (text[at] !== ',') fail('expected a comma');
      at += 1;
    }
    at += 1;
    return object;
  }

  function readValue(depth: number): Json {
    if (depth > maximumDepth) fail('nested too deeply');
    skipSpace();
    switch (text[at]) {
      case '{':
        return readObject(depth + 1);
      case '[':
        return readList(depth + 1);
      case '"':
        return readString();
      case 't':
        return readWord('true', true);
      case 'f':
        return readWord('false', false);
      case 'n':
        return readWord('null', null);
      default:
        return readNumber();
    }
  }

  const value = readValue(0);
  skipSpace();
  if (at < text.length) fail('unexpected character');
  return value;
}
