import { policy } from './policy';
import { UnreadableReply } from './unreadable-reply';

const numberToken = /-?\d[\d.eE+-]*/y;
const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/**
 * Parses a reply. Numbers that a double cannot hold (`9007199254740993`, `1e400`) arrive as their text instead of
 * silently changed; nesting beyond the policy's depth and doubled keys are refused, since nobody can say which id of two is meant.
 */
export function parseReplyJson(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(withExactNumbers(text));
    return parsed;
  } catch (error) {
    if (error instanceof UnreadableReply) throw error;
    // The engine's own message quotes the answer, which may quote a credential.
    throw notJson();
  }
}

function withExactNumbers(text: string): string {
  const open: (Set<string> | 'list')[] = [];
  const replacements: { from: number; to: number }[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '"') {
      const token = takeString(text, at);
      at += token.length;
      const keys = open.at(-1);
      if (keys instanceof Set && isFollowedByColon(text, at)) addKey(keys, token);
      continue;
    }
    if (character === '-' || (character >= '0' && character <= '9')) {
      const token = takeNumber(text, at);
      if (jsonNumber.test(token) && !isExact(token)) replacements.push({ from: at, to: at + token.length });
      at += token.length;
      continue;
    }
    if (character === '{' || character === '[') {
      open.push(character === '{' ? new Set() : 'list');
      if (open.length > policy.maximumDepth) {
        throw new UnreadableReply('too-deep', `The answer is nested deeper than ${policy.maximumDepth}.`);
      }
    } else if (character === '}' || character === ']') {
      open.pop();
    }
    at += 1;
  }
  return quoted(text, replacements);
}

// By hand: a pattern with alternatives would keep a step of backtracking for every character of a long string.
function takeString(text: string, from: number): string {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text.charAt(at - 1 - backslashes) === '\\') backslashes += 1;
    if (backslashes % 2 === 0) return text.slice(from, at + 1);
  }
  throw notJson();
}

function takeNumber(text: string, from: number): string {
  numberToken.lastIndex = from;
  const found = numberToken.exec(text);
  if (!found) throw notJson();
  return found[0];
}

function notJson(): UnreadableReply {
  return new UnreadableReply('not-json', 'The answer is not complete JSON.');
}

function isFollowedByColon(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && ' \n\r\t'.includes(text.charAt(at))) at += 1;
  return text.charAt(at) === ':';
}

function addKey(keys: Set<string>, token: string): void {
  const key = token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1);
  if (keys.has(key)) throw new UnreadableReply('doubled-key', 'The answer has one field twice.');
  keys.add(key);
}

// Only whole numbers must survive to the last digit: 0.1 is no exact double either, and nobody minds.
function isExact(token: string): boolean {
  const value = Number(token);
  if (!Number.isFinite(value)) return false;
  return Number.isSafeInteger(value) || !/^-?\d{16,}$/.test(token) || BigInt(token) === BigInt(value);
}

function quoted(text: string, replacements: readonly { from: number; to: number }[]): string {
  if (replacements.length === 0) return text;
  const parts: string[] = [];
  let done = 0;
  for (const { from, to } of replacements) {
    parts.push(text.slice(done, from), JSON.stringify(text.slice(from, to)));
    done = to;
  }
  return parts.join('') + text.slice(done);
}
