import type { CharTest } from './pattern-node';

const digit: CharTest = (code) => code >= 48 && code <= 57;
const lowerCase: CharTest = (code) => code >= 97 && code <= 122;
const upperCase: CharTest = (code) => code >= 65 && code <= 90;
const letter: CharTest = (code) => lowerCase(code) || upperCase(code);
const alphanumeric: CharTest = (code) => letter(code) || digit(code);
const space: CharTest = (code) => code === 32 || (code >= 9 && code <= 13);
const punctuation: CharTest = (code) => code > 32 && code < 127 && !alphanumeric(code);

/** `\w` of Java: ASCII letters, digits and the underscore. */
export const wordChar: CharTest = (code) => alphanumeric(code) || code === 95;

const lineBreak: CharTest = (code) =>
  code === 10 || code === 13 || code === 0x85 || code === 0x2028 || code === 0x2029;

/** `.`: anything but a line break, or really anything. */
export function anyChar(dotAll: boolean): CharTest {
  return dotAll ? () => true : (code) => !lineBreak(code);
}

/** The one character. */
export function charTest(char: string): CharTest {
  const wanted = char.codePointAt(0);
  return (code) => code === wanted;
}

/** The class with both letter cases of its characters. */
export function foldedTest(test: CharTest): CharTest {
  return (code) => {
    if (test(code)) return true;
    const char = String.fromCodePoint(code);
    return [char.toLowerCase(), char.toUpperCase()].some((other) => test(other.codePointAt(0) ?? code));
  };
}

const escapes: ReadonlyMap<string, CharTest> = new Map([
  ['d', digit],
  ['D', (code) => !digit(code)],
  ['w', wordChar],
  ['W', (code) => !wordChar(code)],
  ['s', space],
  ['S', (code) => !space(code)],
  ['h', (code) => code === 9 || code === 32 || code === 0xa0],
  ['n', (code) => code === 10],
  ['r', (code) => code === 13],
  ['t', (code) => code === 9],
  ['f', (code) => code === 12],
]);

/** Class of a letter behind a backslash, if it is one. */
export function namedClass(char: string): CharTest | undefined {
  return escapes.get(char);
}

const properties: ReadonlyMap<string, CharTest> = new Map([
  ['Alpha', letter],
  ['Digit', digit],
  ['Alnum', alphanumeric],
  ['Lower', lowerCase],
  ['Upper', upperCase],
  ['Space', space],
  ['Punct', punctuation],
  ['ASCII', (code) => code < 128],
]);

const generalCategory = /^(?:Is)?(?:C[cfnos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/;

/** Class of a name in `\p{…}`: the POSIX names and the general categories of Unicode. */
export function propertyClass(name: string): CharTest | undefined {
  const posix = properties.get(name);
  if (posix) return posix;
  if (!generalCategory.test(name)) return undefined;
  const pattern = new RegExp(`^\\p{${name.replace(/^Is/, '')}}$`, 'u');
  return (code) => pattern.test(String.fromCodePoint(code));
}
