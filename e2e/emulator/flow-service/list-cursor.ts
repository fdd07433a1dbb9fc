import { isObject } from '../plain-json';

export type ListQuery = { property: string[]; orderby?: string; limit: number };

/**
 * Where a page ends: the sort key and id of its last row, and the row after it in case the last one is deleted.
 * An empty id stands before the first row.
 */
export type Cursor = { query: ListQuery; key: string | number; id: string; next?: string };

/** The most rows a page can have, in a search. */
export const mostPerSearch = 1000;

/** Base64url, because clients take what follows the first `=` of the link. */
export function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString('base64url');
}

/** The cursor behind a continuation token; `undefined` for anything this service has not written. */
export function readCursor(token: string): Cursor | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(token, 'base64url').toString('utf8'));
    return isCursor(value) ? value : undefined;
  } catch {
    // A token that is not JSON is as invalid as one of another shape.
    return undefined;
  }
}

function isCursor(value: unknown): value is Cursor {
  if (!isObject(value) || !isObject(value.query)) return false;
  const { property, orderby, limit } = value.query;
  return (
    typeof value.id === 'string' &&
    (typeof value.key === 'string' || typeof value.key === 'number') &&
    (value.next === undefined || typeof value.next === 'string') &&
    Array.isArray(property) &&
    property.every((text) => typeof text === 'string') &&
    (orderby === undefined || typeof orderby === 'string') &&
    typeof limit === 'number' &&
    Number.isInteger(limit) &&
    limit >= 1 &&
    limit <= mostPerSearch
  );
}

/** A token that leads to the very page which the query asks for; for faults. */
export function loopToken(query: URLSearchParams, pageSize: number): string {
  const given = query.get('continuationToken');
  if (given !== null) return given;
  const orderby = query.get('orderby');
  const limit = Number(query.get('limit') ?? pageSize);
  const listQuery: ListQuery = {
    property: query.getAll('property'),
    ...(orderby === null ? {} : { orderby }),
    limit,
  };
  return writeCursor({ query: listQuery, key: '', id: '' });
}

/** The same place in the list without its filters; for faults. Unreadable tokens stay as they are. */
export function withoutFilters(token: string): string {
  const cursor = readCursor(token);
  return cursor ? writeCursor({ ...cursor, query: { ...cursor.query, property: [] } }) : token;
}
