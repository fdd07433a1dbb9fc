import { readDate } from '@/lib/expression/dates/read-date';
import { describeType } from '@/lib/mapping/conversions';
import type { TargetNode } from './target-node';

/** Told about a value that does not become what its field needs; `inside` is its place below the field. */
export type ReportConversion = (inside: string, message: string) => void;

/** The value as its field takes it; undefined when it has to be left out. */
export type Converter = (value: unknown, report: ReportConversion) => unknown;

const yes = new Set(['y', 'yes', 'Y', 'YES', 'on', 'ON', 'true', 'TRUE']);
const no = new Set(['n', 'N', 'no', 'NO', 'off', 'OFF', 'false', 'FALSE']);
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;
const isoDateTime = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;
const maxDepth = 100;

/**
 * How values become what a field of the target needs, as Data Prep does it: numbers and truths become text and back,
 * texts become dates, objects keep the fields of the same name. Compiled once for many values.
 */
export function compileConverter(node: TargetNode, depth = 0): Converter {
  const scalar = scalarConverters[node.type];
  if (scalar) {
    return (value, report) => {
      if (value === null || value === undefined) return undefined;
      const converted = scalar(value);
      if (converted === undefined) report('', refusal(value, node));
      return converted;
    };
  }
  if (depth > maxDepth) return (value, report) => refuse(value, node, report);
  if (node.type === 'array') return listConverter(node, depth);
  if (node.type === 'object' || node.type === 'map') return objectConverter(node, depth);
  return (value) => value ?? undefined;
}

type Scalar = (value: unknown) => unknown;

const scalarConverters: Readonly<Partial<Record<TargetNode['type'], Scalar>>> = {
  string: toText,
  number: toNumber,
  integer: toWhole,
  long: toWhole,
  boolean: (value) => {
    if (typeof value === 'boolean') return value;
    if (typeof value !== 'string') return undefined;
    return yes.has(value) ? true : no.has(value) ? false : undefined;
  },
  date: (value) => toTime(value)?.toISOString().slice(0, 10),
  'date-time': (value) =>
    typeof value === 'string' && isDateTime(value) ? value : toTime(value)?.toISOString(),
};

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

function toWhole(value: unknown): number | undefined {
  const number = toNumber(value);
  return number !== undefined && Number.isInteger(number) ? number : undefined;
}

function isDateTime(text: string): boolean {
  const day = isoDateTime.exec(text)?.[1];
  return day !== undefined && readDate(day, 'UTC') !== undefined;
}

function toTime(value: unknown): Date | undefined {
  if (typeof value !== 'string') return undefined;
  const date = readDate(value, 'UTC');
  if (date) return new Date(date.epochMs);
  return isDateTime(value) ? new Date(value) : undefined;
}

function listConverter(node: TargetNode, depth: number): Converter {
  const { element } = node;
  if (!element) return (value, report) => refuse(value, node, report);
  let convertElement: Converter | undefined;
  return (value, report) => {
    if (value === null || value === undefined) return undefined;
    if (!Array.isArray(value)) return refuse(value, node, report);
    // Compiled when first needed: a schema may contain itself.
    convertElement ??= compileConverter(element, depth + 1);
    const convert = convertElement;
    return value.map(
      (entry, at) => convert(entry, (inside, message) => report(`[${at}]${inside}`, message)) ?? null,
    );
  };
}

function objectConverter(node: TargetNode, depth: number): Converter {
  const children = new Map<string, Converter | undefined>();
  const converterOf = (name: string): Converter | undefined => {
    if (!children.has(name)) {
      const child = node.child(name);
      children.set(name, child && compileConverter(child, depth + 1));
    }
    return children.get(name);
  };
  return (value, report) => {
    if (value === null || value === undefined) return undefined;
    if (typeof value !== 'object' || Array.isArray(value)) return refuse(value, node, report);
    const copy: Record<string, unknown> = {};
    for (const [name, entry] of Object.entries(value)) {
      // Setting this one by name would change the prototype instead.
      if (name === '__proto__') continue;
      const converted = converterOf(name)?.(entry, (inside, message) => report(`.${name}${inside}`, message));
      if (converted !== undefined) copy[name] = converted;
    }
    return copy;
  };
}

function refuse(value: unknown, node: TargetNode, report: ReportConversion): undefined {
  if (value !== null && value !== undefined) report('', refusal(value, node));
  return undefined;
}

function refusal(value: unknown, node: TargetNode): string {
  return `${describeValueType(value)} does not become ${describeType(node.type)}; the field is left out.`;
}

function describeValueType(value: unknown): string {
  if (Array.isArray(value)) return 'A list';
  switch (typeof value) {
    case 'object':
      return 'An object';
    case 'boolean':
      return 'A yes/no value';
    case 'number':
    case 'bigint':
      return 'This number';
    default:
      return 'This text';
  }
}
