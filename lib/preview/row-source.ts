import { compileCached } from '@/lib/expression/evaluate';
import type { FieldMapping } from '@/lib/mapping/mapping';
import { type FieldPath, FieldPathError, type PathStep, parseFieldPath } from '@/lib/schema/field-path';
import { isJsonObject } from '@/lib/schema/json-schema';

type ReadResult = { ok: true; value: unknown } | { ok: false; message: string };

/** A value and the list positions that the wildcards of its source path stood for. */
export type Entry = { indexes: readonly number[]; value: unknown };

type EntriesResult = { ok: true; entries: readonly Entry[] } | { ok: false; message: string };

export type RowSource = {
  /** One value for a plain field; what repeats becomes a list. */
  read: (record: unknown, nowMs: number) => ReadResult;
  /** Values for a target with that many wildcards. */
  readEntries: (record: unknown, nowMs: number, wildcards: number) => EntriesResult;
};

/** Prepares the source of a row for many records; a message when it can never give anything. */
export function compileRowSource(
  mapping: FieldMapping,
): { ok: true; source: RowSource } | { ok: false; message: string } {
  switch (mapping.kind) {
    case 'constant':
      return { ok: true, source: fromReader(constantReader(mapping.source)) };
    case 'expression':
      return compileCalculation(mapping.source);
    case 'attribute':
      return compileAttribute(mapping.source);
  }
}

type Read = RowSource['read'];

function constantReader(value: string): Read {
  const result = { ok: true, value } as const;
  return () => result;
}

function compileCalculation(text: string): ReturnType<typeof compileRowSource> {
  const compiled = compileCached(text);
  if (!compiled.ok) {
    const [error] = compiled.errors;
    return {
      ok: false,
      message: error ? `Character ${error.from + 1}: ${error.message}.` : 'It cannot be read.',
    };
  }
  const { evaluate } = compiled.expression;
  const options = { nowMs: 0 };
  const read: Read = (record, nowMs) => {
    options.nowMs = nowMs;
    const result = evaluate(record, options);
    return result.ok ? result : { ok: false, message: `${result.error.message}.` };
  };
  return { ok: true, source: fromReader(read) };
}

function fromReader(read: Read): RowSource {
  return {
    read,
    readEntries: (record, nowMs, wildcards) => {
      const result = read(record, nowMs);
      if (!result.ok) return result;
      return { ok: true, entries: align([{ indexes: [], value: result.value }], 0, wildcards) };
    },
  };
}

function compileAttribute(text: string): ReturnType<typeof compileRowSource> {
  let path: FieldPath;
  try {
    path = parseFieldPath(text);
  } catch (error) {
    if (!(error instanceof FieldPathError)) throw error;
    return { ok: false, message: `“${text}” is not a path: ${error.message}` };
  }
  const repeats = path.filter((step) => 'index' in step && step.index === '*').length;
  const entriesOf = (record: unknown) => {
    const found: Entry[] = [];
    collect(record, path, 0, [], found);
    return found;
  };
  const names = path.map((step) => ('name' in step ? step.name : undefined));
  const isPlain = names.every((name) => name !== undefined);
  return {
    ok: true,
    source: {
      read: isPlain
        ? (record) => ({ ok: true, value: readNames(record, names) })
        : (record) => ({ ok: true, value: align(entriesOf(record), repeats, 0)[0]?.value }),
      readEntries: (record, _, wildcards) => ({
        ok: true,
        entries: align(entriesOf(record), repeats, wildcards),
      }),
    },
  };
}

function readNames(record: unknown, names: readonly string[]): unknown {
  let value = record;
  for (const name of names) {
    if (!isJsonObject(value) || !Object.hasOwn(value, name)) return undefined;
    value = value[name];
  }
  return value;
}

function collect(
  value: unknown,
  path: FieldPath,
  from: number,
  indexes: readonly number[],
  found: Entry[],
): void {
  let current = value;
  for (let at = from; at < path.length; at += 1) {
    const step: PathStep | undefined = path[at];
    if (step === undefined) return;
    if ('name' in step) {
      if (!isJsonObject(current) || !Object.hasOwn(current, step.name)) return;
      current = current[step.name];
    } else if (!Array.isArray(current)) return;
    else if (step.index === '*') {
      for (const [index, entry] of current.entries())
        collect(entry, path, at + 1, [...indexes, index], found);
      return;
    } else current = current[step.index];
  }
  if (current !== undefined) found.push({ indexes, value: current });
}

/** Makes the wildcards of both sides equal in number: surplus ones of the source become lists. */
function align(entries: readonly Entry[], source: number, wanted: number): readonly Entry[] {
  if (source === wanted || entries.length === 0) return entries;
  if (source > wanted) {
    const groups = new Map<string, { indexes: readonly number[]; value: unknown[] }>();
    for (const { indexes, value } of entries) {
      const kept = indexes.slice(0, wanted);
      const group = groups.get(kept.join());
      if (group) group.value.push(value);
      else groups.set(kept.join(), { indexes: kept, value: [value] });
    }
    return [...groups.values()];
  }
  const padding = new Array<number>(wanted - source - 1).fill(0);
  return entries.flatMap(({ indexes, value }) =>
    (Array.isArray(value) ? value : [value]).map((entry: unknown, index) => ({
      indexes: [...indexes, index, ...padding],
      value: entry,
    })),
  );
}
