import type { Sandbox } from '@/e2e/emulator/contract';
import type { JsonSchema } from '@/e2e/emulator/schema-registry/registry-state';
import { applyRows, compileRows, type Transformed } from './compile-mapping';
import type { RowInput } from './mapping-rows';
import { type MappingSet, mappingState, readSourceType } from './mapping-state';
import { type RowValidation, validateRows } from './validate-rows';

/** A mapping set of this sandbox; the newest version unless one is named. */
export function findMappingSet(sandbox: Sandbox, id: string, version?: number): MappingSet | undefined {
  const { mappingSets } = mappingState(sandbox);
  const versions = Object.hasOwn(mappingSets, id) ? mappingSets[id] : undefined;
  return version === undefined
    ? versions?.at(-1)
    : versions?.find((candidate) => candidate.version === version);
}

function rowsOf(mappingSet: MappingSet): RowInput[] {
  return mappingSet.mappings.map((row) => ({
    ...row,
    sourceType: readSourceType(row.sourceType) ?? 'ATTRIBUTE',
  }));
}

type Prepared = { schema: JsonSchema; compiled: ReturnType<typeof compileRows> };

const prepared = new WeakMap<MappingSet, Prepared>();

function prepare(mappingSet: MappingSet, schema: JsonSchema): Prepared['compiled'] {
  const known = prepared.get(mappingSet);
  if (known?.schema === schema) return known.compiled;
  const compiled = compileRows(rowsOf(mappingSet), schema, mappingSet.allowNullValues);
  prepared.set(mappingSet, { schema, compiled });
  return compiled;
}

/**
 * Maps one record to XDM. Prepared once for a mapping set and a resolved schema; hand in the same two objects for each
 * record. `nowMs` is what `now()` gives, epoch milliseconds.
 */
export function applyMappingSet(
  mappingSet: MappingSet,
  record: unknown,
  resolvedSchema: JsonSchema,
  nowMs: number = Date.now(),
): Transformed {
  return applyRows(prepare(mappingSet, resolvedSchema), record, nowMs);
}

/** Whether each row of a stored mapping set works with a resolved schema, in the order of the rows. */
export function validateMappingSet(mappingSet: MappingSet, resolvedSchema: JsonSchema): RowValidation[] {
  return validateRows(
    rowsOf(mappingSet).map((row) => ({ ok: true, row })),
    resolvedSchema,
  );
}
