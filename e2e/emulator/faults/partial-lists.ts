import { loopToken, withoutFilters } from '../flow-service/list-cursor';
import type { Answer } from '../http/answer';
import { isObject } from '../plain-json';
import type { FaultAction } from './fault-rule';
import type { StruckRequest } from './strike';

const paging = new Set([
  'limit',
  'start',
  'offset',
  'orderby',
  'orderBy',
  'count',
  'properties',
  'expandSchema',
]);

/** Takes every filter out of a list request, those inside a continuation token too. */
export function ignoreFilters({ query, method, body }: StruckRequest): void {
  for (const name of [...query.keys()]) {
    if (name === 'continuationToken') query.set(name, withoutFilters(query.get(name) ?? ''));
    else if (!paging.has(name)) query.delete(name);
  }
  if (method === 'POST' && isObject(body)) delete body.queryString;
}

/**
 * A list answer with its last rows missing, or with a paging link that leads to the same page for ever. Other answers
 * stay as they are.
 */
export function makePartial(
  answer: Answer,
  action: FaultAction,
  request: StruckRequest,
  pageSize: number,
): Answer {
  if (answer.status !== 200 || action.mode === 'ignoreFilter' || !/^[[{]/.test(answer.body)) return answer;
  const body: unknown = JSON.parse(answer.body);
  const changed = action.mode === 'loopToken' ? looping(body, request, pageSize) : halved(body);
  return changed === undefined ? answer : { ...answer, body: JSON.stringify(changed) };
}

function halved(body: unknown): unknown {
  if (Array.isArray(body)) return half(body);
  if (!isObject(body)) return undefined;
  for (const key of ['items', 'results', 'data', 'sandboxes']) {
    const rows = body[key];
    if (Array.isArray(rows)) return { ...body, [key]: half(rows) };
  }
  return Object.fromEntries(half(Object.entries(body)));
}

function half<T>(rows: T[]): T[] {
  return rows.slice(0, Math.floor(rows.length / 2));
}

function looping(body: unknown, { op, query, rawPath }: StruckRequest, pageSize: number): unknown {
  if (!isObject(body)) return undefined;
  if (Array.isArray(body.items)) {
    const path = `/${op.split('.')[1] ?? ''}`;
    const href = `${path}?continuationToken=${loopToken(query, pageSize)}`;
    return { ...body, _links: { next: { href } } };
  }
  if (Array.isArray(body.results) && isObject(body._page)) {
    // The registry begins after `start`; a space stands before every title.
    const start = query.get('start') ?? ' ';
    const again = new URLSearchParams(query);
    again.set('start', start);
    return {
      ...body,
      _page: { ...body._page, next: start },
      _links: { next: { href: `https://platform.adobe.io${rawPath}?${again}` } },
    };
  }
  if (Array.isArray(body.data)) return { ...body, _links: { next: { href: `${rawPath}?${query}` } } };
  return undefined;
}
