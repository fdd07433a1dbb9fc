import type { ServiceReply, ServiceRequest } from '../contract';
import type { FlowRuntime } from '../flow-runtime';
import { invalidValue, readBodyObject } from './body-fields';
import { flowError } from './flow-error';
import type { ResourceDocument } from './flow-state';
import { type Cursor, type ListQuery, mostPerSearch, readCursor, writeCursor } from './list-cursor';
import { type FilterRules, parseFilter, passesFilter, valuesAt } from './list-filter';

export type ListedCollection = {
  /** `/flows`: what `_links.next.href` begins with. */
  path: string;
  documents: ResourceDocument[];
  rules: FilterRules;
  /** The resource as `GET` shows it. */
  describe: (document: ResourceDocument) => unknown;
};

const mostPerPage = 100;

/** `GET` on a collection: filters joined by AND, order, count, and pages linked by a relative path. */
export function listResources(
  request: ServiceRequest,
  runtime: FlowRuntime,
  collection: ListedCollection,
): ServiceReply {
  const { query } = request;
  const token = query.get('continuationToken');
  if (token !== null) {
    const cursor = cursorOf(request, token);
    return listPage(request, collection, cursor.query, cursor);
  }
  const limitText = query.get('limit');
  // Clients in Python write True and False.
  const countText = query.get('count')?.toLowerCase() ?? null;
  if (countText !== null && countText !== 'true' && countText !== 'false') {
    throw invalidValue(request, 'count', 'true or false is expected');
  }
  const orderby = query.get('orderby');
  const listQuery: ListQuery = {
    property: query.getAll('property'),
    ...(orderby === null ? {} : { orderby }),
    limit: limitText === null ? runtime.pageSize : readLimit(request, Number(limitText), mostPerPage),
  };
  return answerList(request, collection, listQuery, countText === 'true', limitText !== null);
}

/** `POST …/search`: the same with the parameters in a body; `queryString` is written like the query of a `GET`. */
export function searchResources(
  request: ServiceRequest,
  runtime: FlowRuntime,
  collection: ListedCollection,
): ServiceReply {
  const token = request.query.get('continuationToken');
  if (token !== null) {
    const cursor = cursorOf(request, token);
    return listPage(request, collection, cursor.query, cursor);
  }
  const body = readBodyObject(request, ['queryString', 'limit', 'orderby', 'count', 'projectionFields']);
  const { queryString = '', limit, orderby, count = false } = body;
  if (typeof queryString !== 'string') throw invalidValue(request, 'queryString', 'a string is expected');
  if (typeof count !== 'boolean') throw invalidValue(request, 'count', 'true or false is expected');
  if (orderby !== undefined && typeof orderby !== 'string') {
    throw invalidValue(request, 'orderby', 'a string is expected');
  }
  const listQuery: ListQuery = {
    property: new URLSearchParams(queryString).getAll('property'),
    ...(orderby === undefined ? {} : { orderby }),
    limit: limit === undefined ? runtime.pageSize : readLimit(request, limit, mostPerSearch),
  };
  return answerList(request, collection, listQuery, count, limit !== undefined);
}

function answerList(
  request: ServiceRequest,
  collection: ListedCollection,
  query: ListQuery,
  count: boolean,
  hasLimit: boolean,
): ServiceReply {
  if (!count) return listPage(request, collection, query);
  if (hasLimit)
    throw flowError(request, '1401-400', 'The parameters limit and count cannot be used together.');
  return { status: 200, body: { count: selectDocuments(request, collection, query).length } };
}

function readLimit(request: ServiceRequest, value: unknown, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw invalidValue(request, 'limit', `a whole number from 1 to ${most} is expected`);
}

function selectDocuments(
  request: ServiceRequest,
  { documents, rules, describe: describeDocument }: ListedCollection,
  query: ListQuery,
): ResourceDocument[] {
  const filters = query.property.map((text) => parseFilter(request, text, rules));
  if (filters.length === 0) return documents;
  return documents.filter((document) =>
    filters.every((filter) =>
      // Only these need the parents, which are costly to look up for every row.
      passesFilter(
        filter.field.startsWith('inheritedAttributes.') ? describeDocument(document) : document,
        filter,
      ),
    ),
  );
}

function cursorOf(request: ServiceRequest, token: string): Cursor {
  const cursor = readCursor(token);
  if (!cursor) throw invalidValue(request, 'continuationToken', 'the token is not valid');
  return cursor;
}

type KeyedDocument = { key: string | number; document: ResourceDocument };

function listPage(
  request: ServiceRequest,
  collection: ListedCollection,
  query: ListQuery,
  cursor?: Cursor,
): ServiceReply {
  const { field, descending } = readOrder(request, query.orderby, collection.rules);
  const sorted = sortDocuments(selectDocuments(request, collection, query), field, descending);
  const start = cursor ? startAfter(sorted, cursor, descending) : 0;
  const page = sorted.slice(start, start + query.limit);
  const last = page.at(-1);
  const next = sorted[start + query.limit];
  const links =
    last && next ? { next: { href: nextHref(collection.path, query, last, next.document.id) } } : {};
  return {
    status: 200,
    body: { items: page.map(({ document }) => collection.describe(document)), _links: links },
  };
}

function nextHref(path: string, query: ListQuery, last: KeyedDocument, next: string): string {
  return `${path}?continuationToken=${writeCursor({ query, key: last.key, id: last.document.id, next })}`;
}

/** Stable, and quick when the documents lie in order already, as those sorted by creation do. */
function sortDocuments(documents: ResourceDocument[], field: string, descending: boolean): KeyedDocument[] {
  const path = field.split('.');
  const keyed = documents.map((document) => ({ key: sortKey(document, path), document }));
  const compare = descending
    ? (left: KeyedDocument, right: KeyedDocument) => compareKeys(right.key, left.key)
    : (left: KeyedDocument, right: KeyedDocument) => compareKeys(left.key, right.key);
  for (let index = 1; index < keyed.length; index += 1) {
    const [left, right] = [keyed[index - 1], keyed[index]];
    if (left && right && compare(left, right) > 0) return keyed.sort(compare);
  }
  return keyed;
}

function readOrder(
  request: ServiceRequest,
  orderby: string | undefined,
  rules: FilterRules,
): { field: string; descending: boolean } {
  if (orderby === undefined) return { field: 'createdAt', descending: false };
  const match = /^([+-])([\w.]+)$/.exec(orderby);
  if (!match) {
    throw flowError(
      request,
      '1432-400',
      'The orderby parameter must begin with + or -, for example -createdAt.',
    );
  }
  const [, sign, field = ''] = match;
  if (!['createdAt', 'updatedAt', ...rules.fields].includes(field)) {
    throw flowError(request, '1433-400', `Ordering by the field ${field} is not supported.`);
  }
  return { field, descending: sign === '-' };
}

function sortKey(document: ResourceDocument, path: string[]): string | number {
  const [first = ''] = path;
  const [value] = path.length === 1 ? [document[first]] : valuesAt(document, path);
  return typeof value === 'number' || typeof value === 'string' ? value : '';
}

function compareKeys(left: string | number, right: string | number): number {
  if (typeof left !== typeof right) return typeof left === 'number' ? -1 : 1;
  return left < right ? -1 : left > right ? 1 : 0;
}

/** Pages stay in step when resources come and go: by the last row's place, or by its key when it is gone. */
function startAfter(sorted: KeyedDocument[], cursor: Cursor, descending: boolean): number {
  if (cursor.id === '') return 0;
  const place = sorted.findIndex(({ document }) => document.id === cursor.id);
  if (place >= 0) return place + 1;
  const follower = sorted.findIndex(({ document }) => document.id === cursor.next);
  if (follower >= 0) return follower;
  const next = sorted.findIndex(({ key }) => {
    const order = compareKeys(key, cursor.key);
    return descending ? order < 0 : order > 0;
  });
  return next < 0 ? sorted.length : next;
}
