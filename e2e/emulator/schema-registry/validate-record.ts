import { entry, type JsonSchema } from './registry-state';
import { textPattern } from './text-pattern';

/** What a record can break. */
export type RecordRule = 'type' | 'required' | 'enum' | 'format' | 'pattern' | 'range' | 'length' | 'unknown';

/** One way in which a record does not fit its schema; `path` has dots and `[n]`, `code` is the platform's. */
export type RecordProblem = {
  path: string;
  code: 'INGEST-1555-400' | 'INGEST-1401-400';
  rule: RecordRule;
  message: string;
};

/** A missing field has a code of its own; everything else is a corrupt row. */
function codeOf(rule: RecordRule): RecordProblem['code'] {
  return rule === 'required' ? 'INGEST-1555-400' : 'INGEST-1401-400';
}

const dateForm = /^(\d{4})-(\d{2})-(\d{2})$/;
const dateTimeForm =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):?[0-5]\d)$/;
const emailForm = /^[^\s@]+@[^\s@]+$/;
const uriForm = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s]*$/;
const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function isDate(value: string): boolean {
  const match = dateForm.exec(value);
  if (match === null) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function fitsFormat(value: string, format: string): boolean {
  switch (format) {
    case 'date':
      return isDate(value);
    case 'date-time': {
      const match = dateTimeForm.exec(value);
      return match !== null && isDate(match[1] ?? '');
    }
    case 'email':
      return value.length <= 320 && emailForm.test(value);
    case 'uri':
      return uriForm.test(value);
    case 'uri-reference':
      return !/\s/.test(value);
    case 'uuid':
      return uuidForm.test(value);
    default:
      return true;
  }
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}

type Report = (path: string, rule: RecordRule, message: string) => void;

function checkText(field: JsonSchema, value: string, path: string, report: Report): void {
  if (field.format !== undefined && !fitsFormat(value, field.format)) {
    report(path, 'format', `The value is not a valid ${field.format}`);
  }
  if (field.pattern !== undefined && textPattern(field.pattern)?.matches(value) === false) {
    report(path, 'pattern', `The value does not match ${field.pattern}`);
  }
  if (field.minLength !== undefined && value.length < field.minLength) {
    report(path, 'length', `The value is shorter than ${field.minLength} characters`);
  }
  if (field.maxLength !== undefined && value.length > field.maxLength) {
    report(path, 'length', `The value is longer than ${field.maxLength} characters`);
  }
}

function checkNumber(field: JsonSchema, value: number, path: string, report: Report): void {
  if (field.minimum !== undefined && value < field.minimum)
    report(path, 'range', `The value is below ${field.minimum}`);
  if (field.maximum !== undefined && value > field.maximum)
    report(path, 'range', `The value is above ${field.maximum}`);
}

function checkObject(field: JsonSchema, value: Record<string, unknown>, path: string, report: Report): void {
  for (const name of field.required ?? []) {
    const child = entry(value, name);
    if (child === undefined || child === null)
      report(path === '' ? name : `${path}.${name}`, 'required', 'The field is required');
  }
  const { properties, additionalProperties } = field;
  for (const name of Object.keys(value)) {
    const childPath = path === '' ? name : `${path}.${name}`;
    const child = properties === undefined ? undefined : entry(properties, name);
    if (child !== undefined) check(child, value[name], childPath, report);
    else if (typeof additionalProperties === 'object')
      check(additionalProperties, value[name], childPath, report);
    else if (additionalProperties !== true) report(childPath, 'unknown', 'The schema has no such field');
  }
}

function fitsType(value: unknown, type: string | undefined): boolean {
  switch (type) {
    case undefined:
      return true;
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    default:
      return typeOf(value) === type;
  }
}

function check(field: JsonSchema, value: unknown, path: string, report: Report): void {
  if (value === undefined || value === null) return;
  if (!fitsType(value, field.type)) {
    report(path, 'type', `The value must be of type ${field.type}, not ${typeOf(value)}`);
    return;
  }
  if (field.enum !== undefined && !field.enum.some((allowed) => allowed === value)) {
    report(path, 'enum', `The value is not one of ${field.enum.slice(0, 20).join(', ')}`);
  }
  if (typeof value === 'string') checkText(field, value, path, report);
  else if (typeof value === 'number') checkNumber(field, value, path, report);
  else if (Array.isArray(value)) {
    const { items } = field;
    if (items !== undefined)
      for (const [index, item] of value.entries()) check(items, item, `${path}[${index}]`, report);
  } else if (typeof value === 'object') checkObject(field, value as Record<string, unknown>, path, report);
}

/** Everything in which a record does not fit a resolved schema; an empty list for a valid record. */
export function validateRecord(resolved: JsonSchema, record: unknown): RecordProblem[] {
  const problems: RecordProblem[] = [];
  if (typeOf(record) !== 'object') {
    return [
      {
        path: '',
        code: codeOf('type'),
        rule: 'type',
        message: `A record must be an object, not ${typeOf(record)}`,
      },
    ];
  }
  check(resolved, record, '', (path, rule, message) =>
    problems.push({ path, code: codeOf(rule), rule, message }),
  );
  return problems;
}
