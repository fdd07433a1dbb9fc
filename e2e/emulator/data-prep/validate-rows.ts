import type { JsonSchema } from '@/e2e/emulator/schema-registry/registry-state';
import { coerce } from './coerce';
import type { TransformError } from './compile-mapping';
import { findDestination } from './destination';
import { expressionProblem } from './expressions';
import { parsePath } from './mapping-path';
import type { RowInput, RowResult } from './mapping-rows';

/** The verdict on one row, as the service writes it. */
export type RowValidation =
  | { status: 'SUCCESS'; errors: null }
  | { status: 'FAILED'; errors: TransformError[] };

function sourceProblem(row: RowInput): string | undefined {
  if (row.sourceType === 'EXPRESSION') return expressionProblem(row.source);
  if (row.sourceType === 'STATIC') return undefined;
  const parsed = parsePath(row.source);
  return parsed.ok ? undefined : `The source ${row.source} is not a path: ${parsed.message}`;
}

function typeProblem(row: RowInput, field: JsonSchema): string | undefined {
  if (row.sourceType !== 'STATIC') return undefined;
  let found: string | undefined;
  coerce(row.source, field, (_inside, message) => {
    found = `The constant ${JSON.stringify(row.source)}: ${message}`;
  });
  if (found === undefined && field.enum !== undefined && !field.enum.includes(row.source)) {
    found = `The constant ${JSON.stringify(row.source)} is not one of the allowed values`;
  }
  return found;
}

function problems(row: RowInput, schema: JsonSchema): string[] {
  const destination = findDestination(schema, row.destination);
  const source = sourceProblem(row);
  const type = destination.ok ? typeProblem(row, destination.field) : undefined;
  return [destination.ok ? undefined : destination.message, source, type].filter(
    (text) => text !== undefined,
  );
}

/** One verdict for each row, in order. */
export function validateRows(rows: readonly RowResult[], schema: JsonSchema): RowValidation[] {
  return rows.map((result) => {
    const { source = '', destination = '', sourceType = 'ATTRIBUTE' } = result.ok ? result.row : result.shown;
    const found = result.ok ? problems(result.row, schema) : [result.message];
    if (found.length === 0) return { status: 'SUCCESS', errors: null };
    return {
      status: 'FAILED',
      errors: found.map((exception) => ({ source, destination, sourceType, columnName: null, exception })),
    };
  });
}
