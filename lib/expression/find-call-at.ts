import { findFunction, findMethod } from './find-function';
import type { ExpressionFunction } from './function-definition';

/** The call around a position, for help while it is being written. */
export type CallAt = {
  definition: ExpressionFunction;
  /** Which of its arguments the position is in, from 0; the value a method is called on is none of them. */
  argumentIndex: number;
  /** Where its name begins. */
  from: number;
};

type Opener = { call: { definition: ExpressionFunction; from: number } | undefined; commas: number };

const nameBefore = /[\p{L}_$][\p{L}\p{Nd}_$]*$/u;
const longestName = 64;

/**
 * The innermost call of a known function whose brackets hold the position. Works on texts that are not finished, which
 * is when help is wanted; undefined inside a text in quotes that no call holds, or outside all brackets.
 */
export function findCallAt(text: string, position: number): CallAt | undefined {
  const openers: Opener[] = [];
  for (let at = 0; at < position; at += 1) {
    const char = text.charAt(at);
    if (char === '"' || char === "'") at = endOfQuote(text, at, position);
    else if (char === '$' && text.charAt(at + 1) === '{') at = endOfName(text, at, position);
    else if (char === '(' || char === '[' || char === '{') openers.push(openerAt(text, at));
    else if (char === ')' || char === ']' || char === '}') openers.pop();
    else if (char === ',') {
      const last = openers.at(-1);
      if (last) last.commas += 1;
    }
  }
  const inner = openers.findLast(({ call }) => call !== undefined);
  if (!inner?.call) return undefined;
  return { ...inner.call, argumentIndex: inner.commas };
}

/** Whether a position is inside a text in quotes, where names mean nothing. */
export function isInQuotes(text: string, position: number): boolean {
  for (let at = 0; at < position; at += 1) {
    const char = text.charAt(at);
    if (char === '"' || char === "'") {
      at = endOfQuote(text, at, position);
      if (at >= position) return true;
    } else if (char === '$' && text.charAt(at + 1) === '{') at = endOfName(text, at, position);
  }
  return false;
}

function openerAt(text: string, at: number): Opener {
  if (text.charAt(at) !== '(') return { call: undefined, commas: 0 };
  const before = text.slice(Math.max(0, at - longestName), at).trimEnd();
  const name = nameBefore.exec(before)?.[0] ?? '';
  const from = at - (text.slice(Math.max(0, at - longestName), at).length - before.length) - name.length;
  const isMethod = text.charAt(from - 1) === '.';
  const definition = isMethod ? findMethod(name) : findFunction(name);
  return { call: definition && { definition, from }, commas: 0 };
}

// Both give the last character that belongs to the quote or name, or the limit when it is never closed.
function endOfQuote(text: string, start: number, limit: number): number {
  const quote = text.charAt(start);
  for (let at = start + 1; at < limit; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (char === quote) return at;
  }
  return limit;
}

function endOfName(text: string, start: number, limit: number): number {
  for (let at = start + 2; at < limit; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (char === '}') return at;
  }
  return limit;
}
