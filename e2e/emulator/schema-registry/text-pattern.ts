import { findMatch } from '@/lib/expression/regex/match-pattern';

/** Work that one match may do: enough for any sensible pattern, an end for the others. */
const maximumSteps = 500_000;
const maximumLength = 1000;

/** A regular expression whose time is bounded by the length of the text, whatever the pattern. */
export type TextPattern = { matches: (text: string) => boolean };

function find(pattern: string, text: string): boolean {
  const context = {
    record: null,
    nowMs: 0,
    timeZone: 'UTC',
    locals: [],
    stepsLeft: maximumSteps,
    at: { from: 0, to: 0 },
  };
  return findMatch(text, pattern, 0, context) !== undefined;
}

const known = new Map<string, TextPattern | null>();

function make(pattern: string): TextPattern | null {
  if (pattern.length > maximumLength) return null;
  try {
    find(pattern, '');
  } catch {
    return null;
  }
  return {
    matches: (text) => {
      try {
        return find(pattern, text);
      } catch {
        return false;
      }
    },
  };
}

/** A pattern that came from outside, or undefined when it is broken, too long or cannot be matched in bounded time. */
export function textPattern(pattern: string): TextPattern | undefined {
  let made = known.get(pattern);
  if (made === undefined) {
    made = make(pattern);
    if (known.size >= 1000) known.clear();
    known.set(pattern, made);
  }
  return made ?? undefined;
}
