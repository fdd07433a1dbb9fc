import type { ExpressionError } from './ast';
import { printName } from './field-name';
import { reservedWords } from './reserved-words';

const closers: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
]);

const maxReportedDepth = 400;

/** What people write from other languages, and what to write here. */
const foreignSymbols: ReadonlyMap<string, string> = new Map([
  ['=', 'To compare, write == (one = sign is not an operator)'],
  ['&', 'Write && or the word and'],
  ['|', 'Write || or the word or'],
  ['?', 'Write iif(condition, whenTrue, whenFalse) to choose between two values'],
  ['^', 'There is no ^ operator'],
  ['`', 'Put text between double quotes'],
  ['“', 'Put text between straight double quotes: "…"'],
  ['”', 'Put text between straight double quotes: "…"'],
  ['‘', 'Put text between straight double quotes: "…"'],
  ['’', 'Put text between straight double quotes: "…"'],
  ['#', 'Comments are not part of the language'],
  [';', 'Write one expression, without a semicolon'],
]);

/** Words the sentence for a text the grammar stopped in, given where it stopped. */
export function describeSyntaxError(text: string, stoppedAt: number): ExpressionError {
  const from = skipSpace(text, stoppedAt);
  const scan = scanBrackets(text, from);
  // The parser gives up on what is nested thousands deep, wherever it happens to be then.
  if (scan.depth > maxReportedDepth || /[-!~\s]{400}$/.test(text.slice(Math.max(0, from - 400), from))) {
    return { message: 'The expression is nested too deep', from, to: from };
  }
  if (scan.unclosed) return scan.unclosed;
  if (from >= text.length) {
    if (scan.opener) {
      const { symbol, at } = scan.opener;
      return {
        message: `“${symbol}” is never closed: “${closers.get(symbol)}” is missing`,
        from: at,
        to: at + 1,
      };
    }
    return {
      message: 'The expression ends too early: something is missing here',
      from: text.length,
      to: text.length,
    };
  }
  const token = tokenAt(text, from);
  const range = { from, to: from + token.length };
  if (token === ')' || token === ']' || token === '}') {
    if (!scan.opener)
      return { message: `“${token}” closes nothing: there is no opening bracket for it`, ...range };
    const expected = closers.get(scan.opener.symbol);
    if (expected !== token)
      return { message: `“${token}” is here where “${expected}” was expected`, ...range };
    return { message: `Something is missing before “${token}”`, ...range };
  }
  if (text.startsWith('=>', from))
    return { message: 'Write -> between a parameter and what to do with it', ...range };
  // The grammar takes the first slash for a division and stops at the second sign.
  if (/\/[/*]/.test(text.slice(Math.max(0, from - 1), from + 2))) {
    return { message: 'Comments are not part of the language', ...range };
  }
  const foreign = foreignSymbols.get(token);
  if (foreign) return { message: foreign, ...range };
  if (token === ',') return { message: 'A comma is not expected here', ...range };
  if (reservedWords.has(token)) {
    return {
      message: `“${token}” is a reserved word: write \${${token}} for a field of that name`,
      ...range,
    };
  }
  if (/^\p{Nd}/u.test(token) && /\.\s*$/.test(text.slice(0, from))) {
    return { message: `A name that starts with a digit is wrapped: \${${token}}`, ...range };
  }
  if (/^["'([{]/.test(token) && /["')\]}]\s*$/.test(text.slice(0, from))) {
    return { message: 'Put a comma or an operator before this', ...range };
  }
  if (isNamePart(token) && isNamePart(text.slice(0, from).trimEnd().slice(-1)))
    return besideName(text, range, token);
  return { message: `“${token}” is not expected here`, ...range };
}

function besideName(text: string, range: { from: number; to: number }, token: string): ExpressionError {
  const before = /[\p{L}\p{Nd}_$]+\s*$/u.exec(text.slice(0, range.from))?.[0] ?? '';
  return {
    message: `“${token}” is not expected here: put an operator or a comma before it, or write ${printName(`${before}${token}`)} if it belongs to the name`,
    ...range,
  };
}

function isNamePart(token: string): boolean {
  return /^[\p{L}\p{Nd}_$]/u.test(token);
}

function skipSpace(text: string, position: number): number {
  let at = position;
  while (at < text.length && /[ \t\r\n]/.test(text.charAt(at))) at += 1;
  return at;
}

function tokenAt(text: string, from: number): string {
  const word = /^(?:[\p{L}_$][\p{L}\p{Nd}_$]*|\p{Nd}+|[<>=!]=|&&|\|\||->)/u.exec(
    text.slice(from, from + 100),
  )?.[0];
  return word ?? String.fromCodePoint(text.codePointAt(from) ?? 0);
}

interface BracketScan {
  /** Brackets open. */
  depth: number;
  opener?: { symbol: string; at: number };
  unclosed?: ExpressionError;
}

/** The innermost bracket open at `end`, or the text or name that starts before it and never ends. */
function scanBrackets(text: string, end: number): BracketScan {
  const open: { symbol: string; at: number }[] = [];
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === '"' || char === "'" || text.startsWith('${', at)) {
      const name = char === '$';
      const close = closingPosition(text, at + (name ? 2 : 1), name ? '}' : char);
      if (close === undefined && at <= end) {
        const what = name ? 'The name has no closing }' : `The text has no closing ${char}`;
        return { depth: 0, unclosed: { message: what, from: at, to: text.length } };
      }
      if (name && close === at + 2 && at <= end) {
        return {
          depth: 0,
          unclosed: { message: 'A name is missing between ${ and }', from: at, to: at + 3 },
        };
      }
      at = (close ?? text.length) + 1;
      continue;
    }
    if (at >= end) break;
    if (closers.has(char)) open.push({ symbol: char, at });
    else if (char === closers.get(open.at(-1)?.symbol ?? '')) open.pop();
    at += 1;
  }
  const opener = open.at(-1);
  return opener ? { depth: open.length, opener } : { depth: 0 };
}

function closingPosition(text: string, from: number, closer: string): number | undefined {
  for (let at = from; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '\\') at += 1;
    else if (char === closer) return at;
  }
  return undefined;
}
