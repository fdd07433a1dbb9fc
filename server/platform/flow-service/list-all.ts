import type * as z from 'zod';
import type { Listed } from '../created';
import { callPlatform } from '../http';
import type { PlatformContext } from '../platform-context';
import { PlatformError } from '../platform-error';
import { policy } from '../policy';
import { UnreadableReply } from '../unreadable-reply';
import { pageSchema } from './flow-service.wire';

/** One `property` filter; the caller checks every hit itself, since a service may ignore it. */
export type PropertyFilter = { property: string; value: string | undefined };

/**
 * Reads a list of Flow Service to its last page, newest first, keeping what `matches`. Stops at 2,000 items with
 * `complete: false`. A page token that comes twice is `unreadable`: the list cannot be known to be whole.
 */
export async function listAll<T>(
  ctx: PlatformContext,
  list: {
    path: '/connections' | '/sourceConnections' | '/targetConnections' | '/flows';
    filters: readonly PropertyFilter[];
    schema: z.ZodType<T>;
    matches: (item: T) => boolean;
  },
): Promise<Listed<T>> {
  const items: T[] = [];
  const seen = new Set<string>();
  let query: [string, string][] = [
    ['limit', String(policy.pageSize)],
    ['orderby', '-createdAt'],
    ...list.filters.flatMap(toProperty),
  ];
  for (let page = 0; page < policy.maximumPages; page += 1) {
    const answer = await callPlatform(ctx, {
      kind: 'read',
      method: 'GET',
      service: 'flow-service',
      path: list.path,
      query,
      schema: pageSchema,
    });
    for (const item of answer.items) {
      const parsed = list.schema.safeParse(item);
      if (!parsed.success) throw broken(list.path, 'An item of the list has an unexpected shape.');
      if (list.matches(parsed.data)) items.push(parsed.data);
    }
    if (answer._links === undefined) return { items, complete: true };
    if (seen.has(answer._links)) throw broken(list.path, 'The list names the same next page twice.');
    seen.add(answer._links);
    if (items.length >= policy.maximumItems) break;
    query = readNextQuery(list.path, answer._links);
  }
  return { items: items.slice(0, policy.maximumItems), complete: false };
}

// A comma separates several values and an operator would end the field's name: such a value is only compared here.
function toProperty({ property, value }: PropertyFilter): [string, string][] {
  return value === undefined || /[,=<>!~&]/.test(value) ? [] : [['property', `${property}==${value}`]];
}

// Only the parameters are taken: where the next page lies is not for the answer to say.
function readNextQuery(path: string, href: string): [string, string][] {
  const at = href.indexOf('?');
  const query = at === -1 ? [] : [...new URLSearchParams(href.slice(at + 1))];
  if (query.length === 0) throw broken(path, 'The address of the next page has no token.');
  return query;
}

function broken(path: string, reason: string): PlatformError {
  return new PlatformError('unreadable', `GET ${path}`, {
    cause: new UnreadableReply('unexpected-shape', reason),
  });
}
