import type { Answer } from '../http/answer';
import { isObject } from '../plain-json';
import type { ErrorShape } from './canned-answers';
import type { FaultAction } from './fault-rule';

/** A list answer with rows missing, or with a paging link that leads back to itself. Other answers stay as they are. */
export function makePartial(answer: Answer, action: FaultAction, selfPath: string): Answer {
  if (action.mode === 'ignoreFilter') return answer;
  return rewriteItems(answer, (items, body) => {
    if (action.mode === 'loopToken') {
      const token = Buffer.from(selfPath).toString('base64url');
      body._links = { next: { href: `${selfPath}?continuationToken=${token}` } };
      return items;
    }
    return items.slice(0, Math.floor(items.length / 2));
  });
}

/** Hides what was created within the last `action.ms` of emulator time: from lists, and by 404 from look-ups. */
export function hideRecent(
  answer: Answer,
  action: FaultAction,
  nowMs: number,
  errorShape: ErrorShape,
): Answer {
  const isRecent = (item: unknown) =>
    isObject(item) && typeof item.createdAt === 'number' && item.createdAt > nowMs - (action.ms ?? 0);
  let hidden = false;
  const isList = answer.body.includes('"_links"');
  const rewritten = rewriteItems(answer, (items) => {
    const kept = items.filter((item) => !isRecent(item));
    hidden = kept.length < items.length;
    return kept;
  });
  return hidden && !isList ? errorShape(404, '1439', 'The requested resource is not found.') : rewritten;
}

function rewriteItems(
  answer: Answer,
  rewrite: (items: unknown[], body: Record<string, unknown>) => unknown[],
): Answer {
  if (answer.status !== 200 || !answer.body.startsWith('{')) return answer;
  const body: unknown = JSON.parse(answer.body);
  if (!isObject(body) || !Array.isArray(body.items)) return answer;
  const copy: Record<string, unknown> = { ...body };
  copy.items = rewrite(body.items, copy);
  return { ...answer, body: JSON.stringify(copy) };
}
