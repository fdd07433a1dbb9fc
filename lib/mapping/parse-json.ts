/** A JSON value with its place in the text: zero-based UTF-16 positions, `to` excluded. */
export type JsonNode = { from: number; to: number } & (
  | { kind: 'scalar'; value: string | number | boolean | null }
  | { kind: 'array'; items: readonly JsonNode[] }
  | { kind: 'object'; members: readonly JsonMember[] }
);
export type JsonMember = { name: string; nameFrom: number; nameTo: number; value: JsonNode };

/** Where a text stops being JSON, and why. */
export class JsonTextError extends Error {
  constructor(
    message: string,
    readonly position: number,
  ) {
    super(message);
    this.name = 'JsonTextError';
  }
}

const maxDepth = 100;
const space = /[ \t\r\n]*/y;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
// Control characters are not allowed inside a JSON text.
const text = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\.)*"/uy;
const word = /[A-Za-z]+/y;
const words: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Reads JSON and remembers where everything stands. Throws `JsonTextError` at the first character that does not fit. */
export function parseJsonText(source: string): JsonNode {
  let at = 0;

  const skip = () => {
    space.lastIndex = at;
    space.test(source);
    at = space.lastIndex;
  };
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    if (found !== undefined) at += found.length;
    return found;
  };
  const readText = (): string => {
    const from = at;
    const found = match(text);
    if (found === undefined) {
      throw new JsonTextError(
        'This text is not closed, or holds a line break. Add the missing quotation mark.',
        from,
      );
    }
    try {
      const value: unknown = JSON.parse(found);
      return String(value);
    } catch {
      throw new JsonTextError('A backslash here is followed by something that is no escape.', from);
    }
  };

  const readValue = (depth: number): JsonNode => {
    if (depth > maxDepth) throw new JsonTextError(`This is nested deeper than ${maxDepth} levels.`, at);
    const from = at;
    const character = source[at];
    if (character === '"') {
      const value = readText();
      return { kind: 'scalar', value, from, to: at };
    }
    if (character === '[') return readArray(depth);
    if (character === '{') return readObject(depth);
    const digits = match(number);
    if (digits !== undefined && digits !== '') {
      return { kind: 'scalar', value: Number(digits), from, to: at };
    }
    const name = match(word);
    const value = words.get(name ?? '');
    if (value !== undefined) return { kind: 'scalar', value, from, to: at };
    throw new JsonTextError(
      from >= source.length ? 'The text ends where a value belongs.' : 'A value belongs here.',
      from,
    );
  };

  const readArray = (depth: number): JsonNode => {
    const from = at;
    const items: JsonNode[] = [];
    at += 1;
    skip();
    while (source[at] !== ']') {
      if (items.length > 0) separate('A comma or ] belongs here.', ']');
      items.push(readValue(depth + 1));
      skip();
    }
    at += 1;
    return { kind: 'array', items, from, to: at };
  };

  const readObject = (depth: number): JsonNode => {
    const from = at;
    const members: JsonMember[] = [];
    at += 1;
    skip();
    while (source[at] !== '}') {
      if (members.length > 0) separate('A comma or } belongs here.', '}');
      const nameFrom = at;
      if (source[at] !== '"') throw new JsonTextError('A name in quotation marks belongs here.', at);
      const name = readText();
      const nameTo = at;
      skip();
      if (source[at] !== ':') throw new JsonTextError('A colon belongs here.', at);
      at += 1;
      skip();
      members.push({ name, nameFrom, nameTo, value: readValue(depth + 1) });
      skip();
    }
    at += 1;
    return { kind: 'object', members, from, to: at };
  };

  const separate = (sentence: string, end: string) => {
    const comma = at;
    if (source[at] !== ',') throw new JsonTextError(sentence, at);
    at += 1;
    skip();
    if (source[at] === end) throw new JsonTextError('Nothing follows this comma. Remove it.', comma);
  };

  skip();
  const node = readValue(0);
  skip();
  if (at < source.length) throw new JsonTextError('The JSON has ended before this.', at);
  return node;
}
