/** One step into a record: a field's name, an element of an array, or (`'*'`) every element. */
export type PathStep = { readonly name: string } | { readonly index: number | '*' };
/** Where a field is, from the top of one record. Print it to compare, store or send it. */
export type FieldPath = readonly PathStep[];

export class FieldPathError extends Error {
  constructor(
    message: string,
    /** Zero-based, in UTF-16 units. */
    readonly position: number,
  ) {
    super(message);
    this.name = 'FieldPathError';
  }
}

const plainName = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;
const plainNameWithDots = /^[\p{L}_$][\p{L}\p{N}_$.]*$/u;

// Words of the expression language: a field of that name has to be wrapped (Data Prep, "Fields").
const reservedWords = new Set(
  'new mod or break var lt for false while eq gt div not null continue else and ne true le if ge return _errors'.split(
    ' ',
  ),
);

/** Prints one name as it stands in a path: bare, with `\.` for its dots, or wrapped as `${…}`. */
export function printFieldName(name: string): string {
  if (plainName.test(name) && !reservedWords.has(name)) return name;
  if (plainNameWithDots.test(name) && !reservedWords.has(name)) return name.replaceAll('.', '\\.');
  return `\${${name.replace(/[\\.}]/g, '\\$&')}}`;
}

/** Prints a path in Data Prep's dot form. `parseFieldPath` reads it back to the same steps. */
export function printFieldPath(path: FieldPath): string {
  let text = '';
  for (const step of path) {
    if ('index' in step) text += `[${step.index}]`;
    else text += (text === '' ? '' : '.') + printFieldName(step.name);
  }
  return text;
}

/**
 * Reads a path in Data Prep's dot form. Throws `FieldPathError` with a position on anything that is not a path, such
 * as an expression.
 */
export function parseFieldPath(text: string): FieldPath {
  if (text === '') throw new FieldPathError('A path names at least one field.', 0);
  const steps: PathStep[] = [];
  let at = 0;
  while (at < text.length) {
    if (text[at] === '[') {
      const bracket = /^\[(\*|\d{1,9})\]/.exec(text.slice(at, at + 12));
      if (!bracket) throw new FieldPathError('Brackets hold a number or *.', at);
      steps.push({ index: bracket[1] === '*' ? '*' : Number(bracket[1]) });
      at += bracket[0].length;
      continue;
    }
    if (steps.length > 0) {
      if (text[at] !== '.') throw new FieldPathError('A dot or a bracket belongs here.', at);
      at += 1;
    }
    const read = text.startsWith('${', at) ? readWrappedName(text, at) : readBareName(text, at);
    steps.push({ name: read.name });
    at = read.end;
  }
  return steps;
}

function readWrappedName(text: string, start: number): { name: string; end: number } {
  let name = '';
  for (let at = start + 2; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '}') return { name, end: at + 1 };
    if (character === '\\') at += 1;
    name += text.charAt(at);
  }
  throw new FieldPathError('The name that starts with ${ has no closing brace.', start);
}

// Wider than what we print: XDM names such as `xdm:id` or `e-mail` arrive unwrapped from others.
const bareCharacter = /[\p{L}\p{M}\p{N}_$@:#-]/u;

function readBareName(text: string, start: number): { name: string; end: number } {
  let name = '';
  let at = start;
  while (at < text.length) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    if (character === '.' || character === '[') break;
    if (character === '\\' && at + 1 < text.length) {
      name += text.charAt(at + 1);
      at += 2;
    } else if (bareCharacter.test(character)) {
      name += character;
      at += character.length;
    } else {
      throw new FieldPathError(`“${character}” does not belong in a path.`, at);
    }
  }
  if (name === '') throw new FieldPathError('A name is missing.', start);
  return { name, end: at };
}

/** Whether a text is a path at all; what is not is an expression. */
export function isFieldPath(text: string): boolean {
  try {
    parseFieldPath(text);
    return true;
  } catch (error) {
    if (error instanceof FieldPathError) return false;
    throw error;
  }
}

/** The path one step up, or undefined at the top. */
export function parentFieldPath(path: FieldPath): FieldPath | undefined {
  return path.length > 1 ? path.slice(0, -1) : undefined;
}

/** The path one step down. */
export function childFieldPath(path: FieldPath, step: PathStep): FieldPath {
  return [...path, step];
}

/** Whether two paths name the same place. */
export function equalFieldPaths(left: FieldPath, right: FieldPath): boolean {
  return (
    left.length === right.length &&
    left.every((step, at) => {
      const other = right[at];
      if (other === undefined) return false;
      return 'index' in step
        ? 'index' in other && other.index === step.index
        : 'name' in other && other.name === step.name;
    })
  );
}

/** The same path with every array index as `[*]`: how a schema tree names the place. */
export function toSchemaPath(text: string): string {
  return text.includes('[') ? text.replace(/\[\d+\]/g, '[*]') : text;
}
