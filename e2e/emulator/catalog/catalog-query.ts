import { problem } from '@/e2e/emulator/schema-registry/registry-errors';
import { type TextPattern, textPattern } from '@/e2e/emulator/schema-registry/text-pattern';

type Item = Record<string, unknown>;

const control = new Set(['limit', 'start', 'orderBy', 'sort', 'property', 'properties', 'requestDataSource']);
const defaultLimit = 20;
const maximumLimit = 100;

/** Reads `schemaRef.id` and the like; a name that holds dots or slashes itself wins over the path. */
function read(item: Item, path: string): unknown {
  if (Object.hasOwn(item, path)) return item[path];
  let node: unknown = item;
  for (const name of path.split('.')) {
    if (typeof node !== 'object' || node === null || !Object.hasOwn(node, name)) return undefined;
    node = (node as Item)[name];
  }
  return node;
}

function texts(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return value === undefined || value === null || typeof value === 'object' ? [] : [String(value)];
}

function orderOf(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [a, b] = [String(left ?? ''), String(right ?? '')];
  return a < b ? -1 : a > b ? 1 : 0;
}

function regular(pattern: string): TextPattern {
  const found = textPattern(pattern);
  if (found === undefined) throw problem(400, `${pattern} is not a regular expression that can be used here`);
  return found;
}

type Test = (item: Item) => boolean;

function condition(text: string): Test {
  const match = /^([^=!<>~]+?)(==|!=|<=|>=|<|>|~|=)(.*)$/su.exec(text.trim());
  if (match === null) {
    const name = text.trim();
    if (name === '') throw problem(400, 'The property filter is empty');
    return (item) => read(item, name) !== undefined;
  }
  const [, name = '', operator = '', operand = ''] = match;
  if (operator === '~') {
    const pattern = regular(operand);
    return (item) => texts(read(item, name)).some((value) => pattern.matches(value));
  }
  const wanted = operand.split(',');
  if (operator === '==' || operator === '=') {
    return (item) => texts(read(item, name)).some((value) => value === operand || wanted.includes(value));
  }
  if (operator === '!=') return (item) => !texts(read(item, name)).some((value) => wanted.includes(value));
  return (item) => {
    const value = read(item, name);
    if (value === undefined) return false;
    const order = orderOf(value, typeof value === 'number' ? Number(operand) : operand);
    if (operator === '<') return order < 0;
    if (operator === '>') return order > 0;
    return operator === '<=' ? order <= 0 : order >= 0;
  };
}

function tests(query: URLSearchParams): Test[] {
  const found = query.getAll('property').map(condition);
  for (const [name, value] of query) {
    if (!control.has(name)) found.push((item) => texts(read(item, name)).includes(value));
  }
  return found;
}

function comparer(query: URLSearchParams): (left: Item, right: Item) => number {
  const text = query.get('orderBy') ?? query.get('sort') ?? 'desc:created';
  const match = /^(?:(asc|desc):)?([^:]+)$/su.exec(text);
  if (match === null) throw problem(400, 'orderBy must look like asc:created or desc:name');
  const sign = match[1] === 'desc' ? -1 : 1;
  const names = (match[2] ?? '').split(',').map((name) => name.trim());
  return (left, right) => {
    for (const name of names) {
      const order = orderOf(read(left, name), read(right, name));
      if (order !== 0) return sign * order;
    }
    return 0;
  };
}

function whole(query: URLSearchParams, name: string, fallback: number, maximum: number): number {
  const text = query.get(name);
  if (text === null) return fallback;
  if (!/^\d{1,9}$/.test(text) || Number(text) > maximum) {
    throw problem(400, `${name} must be a whole number between 0 and ${maximum}, not ${text}`);
  }
  return Number(text);
}

/**
 * A page of a catalog collection as the object keyed by id that the catalog answers with.
 * @throws 400 for a limit above 100 and for filters that cannot be read.
 */
export function keyedPage(
  items: readonly (Item & { id: string })[],
  query: URLSearchParams,
): Record<string, Item> {
  const limit = whole(query, 'limit', defaultLimit, maximumLimit);
  const start = whole(query, 'start', 0, 999_999_999);
  const checks = tests(query);
  const kept = items.filter((item) => checks.every((check) => check(item))).sort(comparer(query));
  const wanted = query
    .get('properties')
    ?.split(',')
    .map((name) => name.trim());
  const page: Record<string, Item> = {};
  for (const { id, ...fields } of kept.slice(start, start + limit)) {
    page[id] =
      wanted === undefined
        ? fields
        : Object.fromEntries(Object.entries(fields).filter(([name]) => wanted.includes(name)));
  }
  return page;
}
