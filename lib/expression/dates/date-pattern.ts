import { fail } from '../value';

/** A run of one pattern letter, or text taken as it is. */
export type PatternPart = { kind: 'letter'; letter: string; count: number } | { kind: 'text'; text: string };

export type DatePattern = readonly PatternPart[];

const patternLetters = 'GYyMLwWDdFEuaHkKhmsSzZXVOQq';
const maxPatternLength = 100;
const maxCachedPatterns = 200;
const patterns = new Map<string, DatePattern>();

/** Takes a date pattern (`yyyy-MM-dd'T'HH:mm`) apart; fails on letters that mean nothing and on open quotes. */
export function readDatePattern(text: string): DatePattern {
  const known = patterns.get(text);
  if (known) return known;
  if (text.length > maxPatternLength) fail(`A date pattern may have ${maxPatternLength} characters`);
  const parts = splitPattern(text);
  if (patterns.size >= maxCachedPatterns) patterns.clear();
  patterns.set(text, parts);
  return parts;
}

function splitPattern(text: string): DatePattern {
  const parts: PatternPart[] = [];
  let at = 0;
  const addText = (addition: string) => {
    const last = parts.at(-1);
    if (last?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: last.text + addition };
    else parts.push({ kind: 'text', text: addition });
  };
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === "'") {
      const quoted = /^'((?:[^']|'')*)'/.exec(text.slice(at));
      if (!quoted) return fail(`The date pattern ${JSON.stringify(text)} has a quote that is never closed`);
      addText(quoted[1] === '' ? "'" : (quoted[1] ?? '').replaceAll("''", "'"));
      at += quoted[0].length;
    } else if (/[A-Za-z]/.test(char)) {
      if (!patternLetters.includes(char)) {
        fail(`“${char}” is not a letter of date patterns; put text between single quotes`);
      }
      let count = 1;
      while (text.charAt(at + count) === char) count += 1;
      parts.push({ kind: 'letter', letter: char, count });
      at += count;
    } else {
      addText(char);
      at += 1;
    }
  }
  return parts;
}
