import type { ServiceRequest } from '../contract';
import { isObject } from '../plain-json';
import { flowError } from './flow-error';

const operators = ['==', '!=', '>=', '<=', '>', '<'] as const;
type Operator = (typeof operators)[number];

export type Filter = { field: string; operator: Operator; values: string[] };

/** What a list can be filtered by. */
export type FilterRules = {
  /** Fields as documented, with `[]` where they reach into lists. */
  fields: string[];
  /** Values allowed for `state`, where the platform says so. */
  states?: string[];
};

/** Reads one `property` parameter. */
export function parseFilter(request: ServiceRequest, text: string, rules: FilterRules): Filter {
  if (/^[^=<>!]*~/.test(text))
    throw flowError(request, '1440-400', 'The filter operator ~ is not implemented.');
  const match = /^([^=<>!]+)(==|!=|>=|<=|>|<)(.*)$/s.exec(text);
  const [, field = '', operatorText = '', valueText = ''] = match ?? [];
  const operator = operators.find((candidate) => candidate === operatorText);
  if (!operator) throw flowError(request, '1441-400', `The filter ${text} cannot be parsed.`);
  if (!rules.fields.includes(field)) {
    throw flowError(request, '1448-400', `Filtering by the field ${field} is not supported.`);
  }
  const values = valueText.split(',');
  if (values.length > 1 && operator !== '==' && operator !== '!=') {
    throw flowError(request, '1443-400', `The operator ${operator} does not take several values.`);
  }
  if (valueText === '') throw flowError(request, '1442-400', `The filter on ${field} has no value.`);
  if (field === 'state' && rules.states) {
    const wrong = values.find((value) => !rules.states?.includes(value));
    if (wrong !== undefined) {
      throw flowError(request, '1456-400', `The state ${wrong} is not supported in a filter.`);
    }
  }
  return { field, operator, values };
}

/** Whether the resource passes; fields that reach into lists pass when any element does. */
export function passesFilter(document: unknown, filter: Filter): boolean {
  const found = valuesAt(document, filter.field.split('.'));
  if (filter.operator === '!=') return !found.some((value) => filter.values.includes(comparable(value)));
  if (filter.operator === '==') {
    const wanted = filter.field.endsWith('.status')
      ? filter.values.map((v) => v.toLowerCase())
      : filter.values;
    return found.some((value) =>
      wanted.includes(filter.field.endsWith('.status') ? comparable(value).toLowerCase() : comparable(value)),
    );
  }
  const [limit = ''] = filter.values;
  return found.some((value) => compareRange(value, filter.operator, limit));
}

function comparable(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function compareRange(value: unknown, operator: Operator, limitText: string): boolean {
  const limit = Number(limitText);
  const numeric = typeof value === 'number' && Number.isFinite(limit);
  const left = numeric ? value : String(value);
  const right = numeric ? limit : limitText;
  switch (operator) {
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '<':
      return left < right;
    default:
      return left <= right;
  }
}

/** Every value at a dotted path; a segment ending in `[]` stands for all elements of a list. */
export function valuesAt(value: unknown, path: string[]): unknown[] {
  const [segment, ...rest] = path;
  if (segment === undefined) return value === undefined || value === null ? [] : [value];
  if (!isObject(value)) return [];
  if (!segment.endsWith('[]')) return valuesAt(value[segment], rest);
  const list = value[segment.slice(0, -2)];
  return Array.isArray(list) ? list.flatMap((item) => valuesAt(item, rest)) : [];
}
