import { problem } from './registry-errors';
import { textPattern } from './text-pattern';

type Item = Record<string, unknown>;

/** One page of a list and where the next begins. */
export type Page = { items: Item[]; orderby: string; next: string | null; limited: boolean };

const aliases: Record<string, (item: Item) => unknown> = {
  created: (item) => metadata(item)?.['repo:createdDate'],
  updated: (item) => metadata(item)?.['repo:lastModifiedDate'],
};

function metadata(item: Item): Item | undefined {
  const found = item['meta:registryMetadata'];
  return typeof found === 'object' && found !== null ? (found as Item) : undefined;
}

function read(item: Item, name: string): unknown {
  if (Object.hasOwn(item, name)) return item[name];
  return Object.hasOwn(aliases, name) ? aliases[name]?.(item) : undefined;
}

function compare(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [a, b] = [String(left ?? ''), String(right ?? '')];
  return a < b ? -1 : a > b ? 1 : 0;
}

function comparable(value: unknown, operand: string): [unknown, unknown] {
  return typeof value === 'number' ? [value, Number(operand)] : [value, operand];
}

function holds(value: unknown, operator: string, operand: string): boolean {
  if (Array.isArray(value)) {
    // A list equals an operand when it contains it; it differs when it does not.
    const inside = value.some((member) => String(member) === operand);
    return operator === '==' ? inside : operator === '!=' ? !inside : false;
  }
  const missing = value === undefined || value === null || typeof value === 'object';
  if (operator === '!=') return missing || String(value) !== operand;
  if (missing) return false;
  if (operator === '==') return String(value) === operand;
  if (operator === '~') return matches(String(value), operand);
  const order = compare(...comparable(value, operand));
  if (operator === '<') return order < 0;
  if (operator === '>') return order > 0;
  return operator === '<=' ? order <= 0 : order >= 0;
}

function matches(value: string, pattern: string): boolean {
  const found = textPattern(pattern);
  if (found === undefined) throw problem(400, `${pattern} is not a regular expression that can be used here`);
  return found.matches(value);
}

function filter(items: Item[], conditions: string[]): Item[] {
  let kept = items;
  for (const condition of conditions) {
    const match = /^([^=!<>~]+?)\s*(==|!=|<=|>=|<|>|~)(.*)$/su.exec(condition.trim());
    if (match === null) {
      const name = condition.trim();
      if (name === '') throw problem(400, 'The property filter is empty');
      kept = kept.filter((item) => read(item, name) !== undefined);
      continue;
    }
    const [, name = '', operator = '', operand = ''] = match;
    kept = kept.filter((item) => holds(read(item, name), operator, operand.trim()));
  }
  return kept;
}

type Order = { name: string; down: boolean };

function parseOrder(text: string): Order[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => ({ name: part.replace(/^[-+]/, ''), down: part.startsWith('-') }));
}

function byOrder(orders: Order[]): (left: Item, right: Item) => number {
  return (left, right) => {
    for (const { name, down } of orders) {
      const order = compare(read(left, name), read(right, name));
      if (order !== 0) return down ? -order : order;
    }
    return 0;
  };
}

/** Conditions are joined by commas; a comma inside a value stays in it. */
function conditionsIn(text: string): string[] {
  return text.split(/,(?=[^,=!<>~]+(?:==|!=|<=|>=|<|>|~))/u);
}

/**
 * Applies `property`, `orderby`, `limit` and `start` as the registry does: the last two count only beside `orderby`,
 * `start` is a value of the first sort field, and a page grows rather than split items of one value.
 */
export function pageOf(items: Item[], query: URLSearchParams): Page {
  const limitText = query.get('limit');
  const limit = limitText === null ? undefined : Number(limitText);
  if (limit !== undefined && (!/^\d{1,3}$/.test(limitText ?? '') || limit > 500)) {
    throw problem(400, `limit must be a whole number between 0 and 500, not ${limitText}`);
  }
  const kept = filter(items, query.getAll('property').flatMap(conditionsIn));
  const orderby = query.get('orderby')?.trim() ?? '';
  const orders = parseOrder(orderby);
  const [first] = orders;
  if (first === undefined) {
    const sorted = [...kept].sort(byOrder([{ name: 'updated', down: false }]));
    return { items: sorted, orderby: 'updated', next: null, limited: false };
  }
  let sorted = [...kept].sort(byOrder(orders));
  const start = query.get('start');
  if (start !== null && start !== '') {
    sorted = sorted.filter((item) => {
      const order = compare(...comparable(read(item, first.name), start));
      return first.down ? order < 0 : order > 0;
    });
  }
  if (limit === undefined || limit === 0 || sorted.length <= limit) {
    return { items: limit === 0 ? [] : sorted, orderby, next: null, limited: false };
  }
  let end = limit;
  const lastValue = read(sorted[end - 1] ?? {}, first.name);
  while (end < sorted.length && compare(read(sorted[end] ?? {}, first.name), lastValue) === 0) end += 1;
  if (end === sorted.length) return { items: sorted, orderby, next: null, limited: false };
  return { items: sorted.slice(0, end), orderby, next: String(lastValue ?? ''), limited: true };
}
