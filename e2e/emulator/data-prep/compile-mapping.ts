import type { Json } from '@/e2e/emulator/contract';
import { entry, type JsonSchema } from '@/e2e/emulator/schema-registry/registry-state';
import { coerce } from './coerce';
import { findDestination } from './destination';
import { compileEvaluator } from './expressions';
import { type PathSegment, parsePath } from './mapping-path';
import type { RowInput } from './mapping-rows';
import type { SourceType } from './mapping-state';

/** A row that gave nothing for one record; the rest of the record is not touched. */
export type TransformError = {
  source: string;
  destination: string;
  sourceType: SourceType;
  columnName: null;
  exception: string;
};

export type Transformed = { data: Record<string, Json>; errors: TransformError[] };

/** A value and the array positions that the wildcards of its source path stood for. */
type Match = { indexes: number[]; value: unknown };

type Source = (
  record: unknown,
  nowMs: number,
) => { ok: true; matches: Match[] } | { ok: false; message: string };

type CompiledRow = {
  row: RowInput;
  depth: number;
  wildcards: { source: number; destination: number };
  source: Source;
  destination: PathSegment[];
  field: JsonSchema;
};

type Compiled = { rows: CompiledRow[]; broken: TransformError[]; allowNullValues: boolean };

/** Positions in arrays beyond this are refused: a record cannot ask for a list of millions. */
const maximumIndex = 10_000;

function collect(
  value: unknown,
  segments: PathSegment[],
  at: number,
  indexes: number[],
  found: Match[],
): void {
  let current = value;
  for (let position = at; position < segments.length; position += 1) {
    const segment = segments[position];
    if (typeof current !== 'object' || current === null || segment === undefined) return;
    if (segment.kind === 'name') {
      current = Array.isArray(current) ? undefined : entry(current as Record<string, unknown>, segment.name);
    } else if (!Array.isArray(current)) return;
    else if (segment.kind === 'index') current = current[segment.index];
    else {
      for (const [index, item] of current.entries())
        collect(item, segments, position + 1, [...indexes, index], found);
      return;
    }
  }
  if (current !== undefined) found.push({ indexes, value: current });
}

function count(segments: PathSegment[]): number {
  return segments.filter((segment) => segment.kind === 'every').length;
}

function compileSource(row: RowInput): { source: Source; wildcards: number } | { message: string } {
  if (row.sourceType === 'STATIC') {
    const matches: Match[] = [{ indexes: [], value: row.source }];
    return { source: () => ({ ok: true, matches }), wildcards: 0 };
  }
  if (row.sourceType === 'EXPRESSION') {
    const evaluate = compileEvaluator(row.source);
    return {
      source: (record, nowMs) => {
        const result = evaluate(record, nowMs);
        return result.ok ? { ok: true, matches: [{ indexes: [], value: result.value }] } : result;
      },
      wildcards: 0,
    };
  }
  const parsed = parsePath(row.source);
  if (!parsed.ok) return { message: `The source ${row.source} is not a path: ${parsed.message}` };
  const { segments } = parsed;
  return {
    source: (record) => {
      const matches: Match[] = [];
      collect(record, segments, 0, [], matches);
      return { ok: true, matches };
    },
    wildcards: count(segments),
  };
}

function failure(row: RowInput, exception: string): TransformError {
  const { source, destination, sourceType } = row;
  return { source, destination, sourceType, columnName: null, exception };
}

/** Prepares rows for many records. Rows that can never work are reported for each record. */
export function compileRows(
  rows: readonly RowInput[],
  schema: JsonSchema,
  allowNullValues: boolean,
): Compiled {
  const compiled: CompiledRow[] = [];
  const broken: TransformError[] = [];
  for (const row of rows) {
    const destination = findDestination(schema, row.destination);
    const source = compileSource(row);
    if (!destination.ok) broken.push(failure(row, destination.message));
    else if ('message' in source) broken.push(failure(row, source.message));
    else {
      compiled.push({
        row,
        depth: destination.segments.length,
        wildcards: { source: source.wildcards, destination: count(destination.segments) },
        source: source.source,
        destination: destination.segments,
        field: destination.field,
      });
    }
  }
  // Whole objects first: rows for single children go on top of what a copied object brought.
  compiled.sort((left, right) => left.depth - right.depth);
  return { rows: compiled, broken, allowNullValues };
}

/** Makes the wildcards of both sides equal in number: surplus ones of the source become lists. */
function align(matches: Match[], wildcards: { source: number; destination: number }): Match[] {
  const { source, destination } = wildcards;
  if (source === destination || matches.length === 0) return matches;
  if (source > destination) {
    const groups = new Map<string, { indexes: number[]; value: unknown[] }>();
    for (const { indexes, value } of matches) {
      const kept = indexes.slice(0, destination);
      const group = groups.get(kept.join());
      if (group === undefined) groups.set(kept.join(), { indexes: kept, value: [value] });
      else group.value.push(value);
    }
    return [...groups.values()];
  }
  const padding = new Array<number>(destination - source - 1).fill(0);
  return matches.flatMap(({ indexes, value }) =>
    (Array.isArray(value) ? value : [value]).map((item, index) => ({
      indexes: [...indexes, index, ...padding],
      value: item,
    })),
  );
}

type Tree = { [name: string]: Json };

function isTree(value: Json | undefined): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function overlay(base: Json | undefined, value: Json): Json {
  if (!isTree(base) || !isTree(value)) return value;
  const merged = { ...base };
  for (const [name, child] of Object.entries(value)) merged[name] = overlay(merged[name], child);
  return merged;
}

/** Writes a value, making objects and arrays on the way; false when an array would grow too long. */
function write(root: Tree, path: PathSegment[], indexes: number[], value: Json): boolean {
  let holder: Tree | Json[] = root;
  let used = 0;
  for (const [position, segment] of path.entries()) {
    const key =
      segment.kind === 'name'
        ? segment.name
        : segment.kind === 'index'
          ? segment.index
          : (indexes[used++] ?? 0);
    const last = position === path.length - 1;
    const next = path[position + 1];
    if (Array.isArray(holder)) {
      if (typeof key !== 'number' || key > maximumIndex) return false;
      while (holder.length <= key) holder.push(null);
      const known: Json | undefined = holder[key];
      if (last) {
        holder[key] = overlay(known, value);
        return true;
      }
      const child = container(known, next);
      holder[key] = child;
      holder = child;
      continue;
    }
    const name = String(key);
    const known: Json | undefined = Object.hasOwn(holder, name) ? holder[name] : undefined;
    if (last) {
      holder[name] = overlay(known, value);
      return true;
    }
    const child = container(known, next);
    holder[name] = child;
    holder = child;
  }
  return true;
}

function container(known: Json | undefined, next: PathSegment | undefined): Tree | Json[] {
  if (next?.kind === 'name') return isTree(known) ? known : Object.create(null);
  return Array.isArray(known) ? known : [];
}

/** Applies prepared rows to one record. A row that fails leaves its field out and is reported. */
export function applyRows(compiled: Compiled, record: unknown, nowMs: number): Transformed {
  const data: Tree = Object.create(null);
  const errors = [...compiled.broken];
  for (const { row, wildcards, source, destination, field } of compiled.rows) {
    const found = source(record, nowMs);
    if (!found.ok) {
      errors.push(failure(row, found.message));
      continue;
    }
    for (const { indexes, value } of align(found.matches, wildcards)) {
      if (value === null || value === undefined) {
        if (compiled.allowNullValues && value === null) write(data, destination, indexes, null);
        continue;
      }
      const converted = coerce(value, field, (inside, message) =>
        errors.push(failure(row, inside === '' ? message : `${row.destination}${inside}: ${message}`)),
      );
      if (converted !== undefined && !write(data, destination, indexes, converted)) {
        errors.push(failure(row, `An array cannot hold more than ${maximumIndex} elements`));
      }
    }
  }
  return { data, errors };
}
