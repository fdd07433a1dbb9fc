import type { Json } from '@/e2e/emulator/contract';
import { isObject } from '@/e2e/emulator/schema-registry/registry-state';
import { maximumExpressionLength } from './expressions';
import { readSourceType, type SourceType } from './mapping-state';

/** A row as its sender wrote it, in one dialect or the other. */
export type RowInput = {
  sourceType: SourceType;
  source: string;
  destination: string;
  identity: boolean;
  primaryIdentity: boolean;
  name?: string;
  description?: string;
};

export type RowResult =
  | { ok: true; row: RowInput }
  | { ok: false; message: string; shown: Partial<RowInput> };

function textIn(row: Record<string, Json>, key: string): string | undefined {
  const value = row[key];
  return typeof value === 'string' ? value : undefined;
}

/** Reads one of two names for the same thing; both may be there when they say the same. */
function either(
  row: Record<string, Json>,
  first: string,
  second: string,
): { value: string } | { message: string } {
  for (const key of [first, second]) {
    const value = row[key];
    if (value !== undefined && value !== null && typeof value !== 'string')
      return { message: `${key} must be text` };
  }
  const [a, b] = [textIn(row, first), textIn(row, second)];
  if (a !== undefined && b !== undefined && a !== b) return { message: `${first} and ${second} differ` };
  const value = a ?? b;
  if (value === undefined || value.trim() === '') return { message: `${first} is required` };
  return { value };
}

function flagIn(row: Record<string, Json>, key: string): boolean | undefined {
  const value = row[key] ?? false;
  return typeof value === 'boolean' ? value : undefined;
}

/** Reads a row of either dialect. Rows of the older one have no kind: they are attributes. */
export function readRow(input: Json): RowResult {
  if (!isObject(input)) return { ok: false, message: 'A mapping must be an object', shown: {} };
  const shown: Partial<RowInput> = {};
  const source = either(input, 'source', 'sourceAttribute');
  const destination = either(input, 'destination', 'destinationXdmPath');
  if ('value' in source) shown.source = source.value;
  if ('value' in destination) shown.destination = destination.value;
  const typeText = input.sourceType ?? 'ATTRIBUTE';
  const sourceType = typeof typeText === 'string' ? readSourceType(typeText) : undefined;
  if (sourceType !== undefined) shown.sourceType = sourceType;
  const refuse = (message: string): RowResult => ({ ok: false, message, shown });
  if (sourceType === undefined) return refuse('sourceType must be ATTRIBUTE, EXPRESSION or STATIC');
  if ('message' in source) return refuse(source.message);
  if ('message' in destination) return refuse(destination.message);
  if (sourceType !== 'STATIC' && source.value.length > maximumExpressionLength) {
    return refuse(`source is longer than ${maximumExpressionLength} characters`);
  }
  const [identity, primaryIdentity] = [flagIn(input, 'identity'), flagIn(input, 'primaryIdentity')];
  if (identity === undefined || primaryIdentity === undefined) return refuse('identity must be a boolean');
  const { version = 0 } = input;
  if (version !== null && !Number.isInteger(version)) return refuse('version must be a whole number');
  const row: RowInput = {
    sourceType,
    source: source.value,
    destination: destination.value,
    identity,
    primaryIdentity,
  };
  for (const key of ['name', 'description'] as const) {
    const value = input[key];
    if (value === undefined || value === null) continue;
    if (typeof value !== 'string') return refuse(`${key} must be text`);
    row[key] = value;
  }
  return { ok: true, row };
}
