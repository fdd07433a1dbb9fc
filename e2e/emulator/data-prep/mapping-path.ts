/** One step of a path: a field, one element of an array, or all of them. */
export type PathSegment =
  | { kind: 'name'; name: string }
  | { kind: 'index'; index: number }
  | { kind: 'every' };

export type ParsedPath = { ok: true; segments: PathSegment[] } | { ok: false; message: string };

const maximumLength = 2048;

type Step = { segment: PathSegment; next: number } | { message: string };

function readQuoted(text: string, from: number): Step {
  const quote = text.charAt(from);
  let name = '';
  for (let at = from + 1; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\' && at + 1 < text.length) {
      at += 1;
      name += text.charAt(at);
    } else if (char === quote) {
      return name === ''
        ? { message: 'a quoted name is empty' }
        : { segment: { kind: 'name', name }, next: at + 1 };
    } else name += char;
  }
  return { message: 'a quoted name is not closed' };
}

function readWrapped(text: string, from: number): Step {
  const end = text.indexOf('}', from + 2);
  if (end < 0) return { message: '${ is not closed' };
  const name = text.slice(from + 2, end).replaceAll('\\.', '.');
  return name === '' ? { message: '${} is empty' } : { segment: { kind: 'name', name }, next: end + 1 };
}

function readBracket(text: string, from: number): Step {
  const match = /^\[(\*|\d{1,6})\]/.exec(text.slice(from, from + 9));
  if (match === null) {
    const quoted = text.charAt(from + 1);
    if (quoted !== '"' && quoted !== "'") return { message: 'brackets must hold a number or *' };
    const inner = readQuoted(text, from + 1);
    if ('message' in inner) return inner;
    return text.charAt(inner.next) === ']'
      ? { ...inner, next: inner.next + 1 }
      : { message: '[ is not closed' };
  }
  const [whole, content] = match;
  const next = from + whole.length;
  return content === '*'
    ? { segment: { kind: 'every' }, next }
    : { segment: { kind: 'index', index: Number(content) }, next };
}

function readPlain(text: string, from: number): Step {
  let name = '';
  let at = from;
  for (; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '.' || char === '[') break;
    if (char === '\\') {
      at += 1;
      if (at >= text.length) return { message: 'a backslash stands at the end' };
      name += text.charAt(at);
    } else if (/[\]"'(){},;=<>!+*/%&|?\s]/.test(char)) {
      return { message: `the character ${JSON.stringify(char)} must be wrapped in \${…}` };
    } else name += char;
  }
  return name === '' ? { message: 'a name is missing' } : { segment: { kind: 'name', name }, next: at };
}

function readName(text: string, at: number): Step {
  if (text.startsWith('${', at)) return readWrapped(text, at);
  const char = text.charAt(at);
  return char === '"' || char === "'" ? readQuoted(text, at) : readPlain(text, at);
}

/** Reads a source or destination path: dots, `[n]`, `[*]`, `\.`, `${…}` and quoted names. */
export function parsePath(text: string): ParsedPath {
  if (text === '') return { ok: false, message: 'the path is empty' };
  if (text.length > maximumLength)
    return { ok: false, message: `the path is longer than ${maximumLength} characters` };
  const segments: PathSegment[] = [];
  let at = 0;
  let expectsName = true;
  while (at < text.length || expectsName) {
    const char = text.charAt(at);
    if (!expectsName && char === '.') {
      at += 1;
      expectsName = true;
      continue;
    }
    if (!expectsName && char !== '[') return { ok: false, message: `a dot is missing at position ${at}` };
    const step = expectsName ? readName(text, at) : readBracket(text, at);
    if ('message' in step) return { ok: false, message: `${step.message} (position ${at})` };
    segments.push(step.segment);
    at = step.next;
    expectsName = false;
  }
  return { ok: true, segments };
}
