import { policy } from './policy';
import { UnreadableReply } from './unreadable-reply';

const stringToken = /"(?:[^"\\]|\\[^])*"/y;
const numberToken = /-?\d[\d.eE+-]*/y;

/**
 * Parses a reply. Numbers that a double cannot hold (`9007199254740993`, `1e400`) arrive as their text instead of
 * silently changed; nesting beyond 64 and doubled keys are refused, since nobody can say which id of two is meant.
 */
export function parseReplyJson(text: string): unknown {
  try {
    return JSON.parse(withExactNumbers(text)) as unknown;
  } catch (error) {
    if (error instanceof UnreadableReply) throw error;
    // The engine's own message quotes the answer, which may quote a credential.
    throw new UnreadableReply('not-json', 'The answer is not complete JSON.');
  }
}

function withExactNumbers(text: string): string {
  const open: (Set<string> | 'list')[] = [];
  const replacements: { from: number; to: number }[] = [];
  let at = 0;
  while (at < text.length) {
    const character = text.charAt(at);
    if (character === '"') {
      const token = take(stringToken, text, at);
      at += token.length;
      const keys = open.at(-1);
      if (keys instanceof Set && isFollowedByColon(text, at)) addKey(keys, token);
      continue;
    }
    if (character === '-' || (character >= '0' && character <= '9')) {
      const token = take(numberToken, text, at);
      if (!isExact(token)) replacements.push({ from: at, to: at + token.length });
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

function take(token: RegExp, text: string, at: number): string {
  token.lastIndex = at;
  const found = token.exec(text);
  if (!found) throw new UnreadableReply('not-json', 'The answer is not complete JSON.');
  return found[0];
}

function isFollowedByColon(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && ' \n\r\t'.includes(text.charAt(at))) at += 1;
  return text.charAt(at) === ':';
}

function addKey(keys: Set<string>, token: string): void {
  const key = token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1);
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
