import type { Json } from '@/e2e/emulator/contract';
import { entry, type JsonSchema } from '@/e2e/emulator/schema-registry/registry-state';
import { readDate } from '@/lib/expression/dates/read-date';

/** Told about a value that could not be converted; `inside` is its place below the destination. */
export type ReportConversion = (inside: string, message: string) => void;

const yes = new Set(['y', 'yes', 'Y', 'YES', 'on', 'ON', 'true', 'TRUE']);
const no = new Set(['n', 'N', 'no', 'NO', 'off', 'OFF', 'false', 'FALSE']);
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const maximumDepth = 100;

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

function toText(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint'
    ? String(value)
    : undefined;
}

function toNumber(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'string' || !decimal.test(value.trim())) return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function toBoolean(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  return yes.has(value) ? true : no.has(value) ? false : undefined;
}

const dateTime = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** Whether a text already is an RFC 3339 date-time of a day that exists. */
function isDateTime(text: string): boolean {
  const day = dateTime.exec(text)?.[1];
  return day !== undefined && readDate(day, 'UTC') !== undefined;
}

function toDate(value: unknown, format: string): string | undefined {
  if (typeof value !== 'string') return undefined;
  const isWhole = isDateTime(value);
  if (format === 'date-time' && isWhole) return value;
  const moment = readDate(value, 'UTC')?.epochMs ?? (isWhole ? Date.parse(value) : undefined);
  if (moment === undefined) return undefined;
  const text = new Date(moment).toISOString();
  return format === 'date' ? text.slice(0, 10) : text;
}

function copyObject(
  value: object,
  field: JsonSchema,
  inside: string,
  report: ReportConversion,
  depth: number,
): Json {
  const copy: { [name: string]: Json } = {};
  for (const [name, child] of Object.entries(value)) {
    const known = field.properties === undefined ? undefined : entry(field.properties, name);
    const target =
      known ?? (typeof field.additionalProperties === 'object' ? field.additionalProperties : undefined);
    if (target === undefined || name === '__proto__') continue;
    const converted = convert(child, target, `${inside}.${name}`, report, depth + 1);
    if (converted !== undefined) copy[name] = converted;
  }
  return copy;
}

function convert(
  value: unknown,
  field: JsonSchema,
  inside: string,
  report: ReportConversion,
  depth: number,
): Json | undefined {
  if (value === undefined || value === null) return undefined;
  const wanted =
    field.format === 'date' || field.format === 'date-time' ? field.format : (field.type ?? 'any');
  let converted: Json | undefined;
  if (depth > maximumDepth) converted = undefined;
  else if (wanted === 'date' || wanted === 'date-time') converted = toDate(value, wanted);
  else if (wanted === 'string') converted = toText(value);
  else if (wanted === 'number') converted = toNumber(value);
  else if (wanted === 'boolean') converted = toBoolean(value);
  else if (wanted === 'integer') {
    const number = toNumber(value);
    converted = number !== undefined && Number.isInteger(number) ? number : undefined;
  } else if (wanted === 'array') {
    const { items } = field;
    if (Array.isArray(value) && items !== undefined) {
      converted = value.map(
        (item, index) => convert(item, items, `${inside}[${index}]`, report, depth + 1) ?? null,
      );
    }
  } else if (wanted === 'object') {
    if (typeof value === 'object' && !Array.isArray(value))
      converted = copyObject(value, field, inside, report, depth);
  } else converted = value as Json;
  if (converted === undefined) report(inside, `${kindOf(value)} cannot be converted to ${wanted}`);
  return converted;
}

/**
 * Converts a value to the type of an XDM field. Objects keep the children that the field declares under the same name.
 * What cannot be converted is reported and left out; `undefined` when nothing is left.
 */
export function coerce(value: unknown, field: JsonSchema, report: ReportConversion): Json | undefined {
  return convert(value, field, '', report, 0);
}
