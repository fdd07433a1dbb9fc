import { findPattern } from '@/lib/expression/regex/find-pattern';
import { describeType } from '@/lib/mapping/conversions';
import { printFieldName } from '@/lib/schema/field-path';
import type { TargetNode } from './target-node';

/** What of the schema a value breaks. */
export type RecordRule = 'type' | 'required' | 'enum' | 'format' | 'pattern' | 'range' | 'length';

/** One way in which a mapped record does not fit the target schema: the platform would reject the record. */
export type RecordProblem = { path: string; rule: RecordRule; message: string };

const dateForm = /^(\d{4})-(\d{2})-(\d{2})$/;
const dateTimeForm =
  /^(\d{4}-\d{2}-\d{2})[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):?[0-5]\d)$/;
const formats: Readonly<Record<string, (text: string) => boolean>> = {
  date: isDate,
  'date-time': (text) => isDate(dateTimeForm.exec(text)?.[1] ?? ''),
  email: (text) => text.length <= 320 && /^[^\s@]+@[^\s@]+$/.test(text),
  uri: (text) => /^[A-Za-z][A-Za-z0-9+.-]*:\S*$/.test(text),
  'uri-reference': (text) => !/\s/.test(text),
  uuid: (text) => /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text),
};
const formatNames: Readonly<Record<string, string>> = {
  date: 'a date such as 2026-11-21',
  'date-time': 'a time such as 2026-11-21T15:00:00Z',
  email: 'an e-mail address',
  uri: 'an address with its protocol',
  'uri-reference': 'an address',
  uuid: 'a UUID',
};

/** Everything in which a mapped record does not fit the schema; nothing for one the platform would take. */
export function findRecordProblems(root: TargetNode, record: unknown): RecordProblem[] {
  const found: RecordProblem[] = [];
  checkValue(root, record, '', (path, rule, message) => found.push({ path, rule, message }));
  return found;
}

type Report = (path: string, rule: RecordRule, message: string) => void;

function checkValue(node: TargetNode, value: unknown, path: string, report: Report): void {
  if (value === null || value === undefined) return;
  if (!fitsType(node, value)) {
    report(
      path,
      'type',
      `${describeType(node.type)} is needed here.`.replace(/^./, (first) => first.toUpperCase()),
    );
    return;
  }
  const { enum: allowed } = node.schema;
  if (Array.isArray(allowed) && !allowed.includes(value)) {
    report(path, 'enum', `Only ${listValues(allowed)} ${allowed.length === 1 ? 'is' : 'are'} accepted.`);
  }
  if (typeof value === 'string') checkText(node, value, path, report);
  else if (typeof value === 'number') checkNumber(node, value, path, report);
  else if (Array.isArray(value)) {
    const { element } = node;
    if (element)
      for (const [at, entry] of value.entries()) checkValue(element, entry, `${path}[${at}]`, report);
  } else if (typeof value === 'object') checkObject(node, value, path, report);
}

function checkObject(node: TargetNode, value: object, path: string, report: Report): void {
  const placeOf = (name: string) => `${path}${path === '' ? '' : '.'}${printFieldName(name)}`;
  for (const name of node.required) {
    const entry: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
    if (entry === undefined || entry === null)
      report(placeOf(name), 'required', 'The schema requires a value here.');
  }
  for (const [name, entry] of Object.entries(value)) {
    const child = node.child(name);
    if (child) checkValue(child, entry, placeOf(name), report);
  }
}

function checkText({ schema }: TargetNode, value: string, path: string, report: Report): void {
  const format = typeof schema.format === 'string' ? schema.format : '';
  if (Object.hasOwn(formats, format) && formats[format]?.(value) === false) {
    report(path, 'format', `This is not ${formatNames[format]}.`);
  }
  const { pattern, minLength, maxLength } = schema;
  if (typeof pattern === 'string' && findPattern(value, pattern) === false) {
    report(path, 'pattern', `This does not have the form ${pattern}.`);
  }
  if (typeof minLength === 'number' && value.length < minLength)
    report(path, 'length', `At least ${minLength} characters are needed.`);
  if (typeof maxLength === 'number' && value.length > maxLength)
    report(path, 'length', `At most ${maxLength.toLocaleString('en')} characters are accepted.`);
}

function checkNumber({ schema }: TargetNode, value: number, path: string, report: Report): void {
  const { minimum, maximum } = schema;
  if (typeof minimum === 'number' && value < minimum)
    report(path, 'range', `${minimum.toLocaleString('en')} is the smallest value accepted.`);
  if (typeof maximum === 'number' && value > maximum)
    report(path, 'range', `${maximum.toLocaleString('en')} is the largest value accepted.`);
}

function fitsType({ type }: TargetNode, value: unknown): boolean {
  switch (type) {
    case 'string':
    case 'date':
    case 'date-time':
      return typeof value === 'string';
    case 'integer':
    case 'long':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'array':
      return Array.isArray(value);
    case 'object':
    case 'map':
      return typeof value === 'object' && !Array.isArray(value);
    case 'unknown':
      return true;
    default:
      return type satisfies never;
  }
}

function isDate(text: string): boolean {
  const [, year, month, day] = (dateForm.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const listed = 6;

function listValues(values: readonly unknown[]): string {
  const shown = values.slice(0, listed).map((value) => `“${String(value)}”`);
  const more = values.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}
