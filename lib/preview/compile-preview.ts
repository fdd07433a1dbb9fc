import type { FieldMapping } from '@/lib/mapping/mapping';
import type { FieldPath } from '@/lib/schema/field-path';
import { isJsonObject, type JsonSchemaNode } from '@/lib/schema/json-schema';
import { type Converter, compileConverter, type ReportConversion } from './convert-value';
import { compileRowSource, type RowSource } from './row-source';
import { findTarget, type TargetNode, targetNodeOf } from './target-node';
import { makeTree, type TargetTree, writeValue } from './write-value';

/** A row that gave nothing for a record; the rest of the record is not touched. */
export type RowFailure = {
  mappingId: string;
  /** In the mapped record. */
  path: string;
  message: string;
};

export type MappedRecord = { data: Record<string, unknown>; failures: RowFailure[] };

export type CompiledPreview = {
  target: TargetNode;
  /** Maps one record as Data Prep would. Never throws for what a record can hold. */
  map: (record: unknown, nowMs: number) => MappedRecord;
};

type CompiledRow = {
  mapping: FieldMapping;
  source: RowSource;
  destination: FieldPath;
  wildcards: number;
  convert: Converter;
};

/** An object of the mapped record: its own fields, and the rows that fill them. */
type Branch = { rows: CompiledRow[]; children: Map<string, Branch> };

/**
 * Prepares a mapping for many records. Rows that fill plain fields are gathered in a tree of the target, so that each
 * object of the record is made once; rows with list entries are written one by one on top.
 */
export function compilePreview(
  mappings: readonly FieldMapping[],
  targetSchema: JsonSchemaNode,
): CompiledPreview {
  const target = targetNodeOf(targetSchema);
  const broken: RowFailure[] = [];
  const root: Branch = { rows: [], children: new Map() };
  const inLists: CompiledRow[] = [];
  for (const mapping of mappings) {
    const found = findTarget(target, mapping.target);
    const source = compileRowSource(mapping);
    if (!found.ok || !source.ok) {
      const message = found.ok ? (source.ok ? '' : source.message) : found.message;
      broken.push({ mappingId: mapping.id, path: mapping.target, message });
      continue;
    }
    const { path: destination, node } = found;
    const wildcards = destination.filter((step) => 'index' in step && step.index === '*').length;
    const row = { mapping, source: source.source, destination, wildcards, convert: compileConverter(node) };
    if (destination.some((step) => 'index' in step)) inLists.push(row);
    else plant(root, row);
  }
  // Whole lists and objects first: rows for parts of them go on top of what was copied.
  inLists.sort((left, right) => left.destination.length - right.destination.length);
  return {
    target,
    map: (record, nowMs) => {
      const failures = broken.slice();
      const data = fillBranch(root, record, nowMs, failures) ?? {};
      for (const row of inLists) writeEntries(row, record, nowMs, data, failures);
      return { data, failures };
    },
  };
}

function plant(root: Branch, row: CompiledRow): void {
  let branch = root;
  for (const step of row.destination) {
    const name = 'name' in step ? step.name : '';
    let child = branch.children.get(name);
    if (!child) {
      child = { rows: [], children: new Map() };
      branch.children.set(name, child);
    }
    branch = child;
  }
  branch.rows.push(row);
}

function fillBranch(
  branch: Branch,
  record: unknown,
  nowMs: number,
  failures: RowFailure[],
): TargetTree | undefined {
  let made: TargetTree | undefined;
  for (const [name, child] of branch.children) {
    let value: unknown;
    for (const row of child.rows) {
      const own = readRow(row, record, nowMs, failures);
      if (own !== undefined) value = value === undefined ? own : overlay(value, own);
    }
    if (child.children.size > 0) {
      const inner = fillBranch(child, record, nowMs, failures);
      if (inner) value = overlay(value, inner);
    }
    if (value === undefined) continue;
    made ??= makeTree();
    made[name] = value;
  }
  return made;
}

function readRow(row: CompiledRow, record: unknown, nowMs: number, failures: RowFailure[]): unknown {
  const result = row.source.read(record, nowMs);
  if (!result.ok) {
    failures.push(failure(row, '', result.message));
    return undefined;
  }
  const { value } = result;
  if (value === null || value === undefined) return undefined;
  return row.convert(value, (inside, message) => failures.push(failure(row, inside, message)));
}

function writeEntries(
  row: CompiledRow,
  record: unknown,
  nowMs: number,
  data: TargetTree,
  failures: RowFailure[],
): void {
  const entries = row.source.readEntries(record, nowMs, row.wildcards);
  if (!entries.ok) {
    failures.push(failure(row, '', entries.message));
    return;
  }
  const report: ReportConversion = (inside, message) => failures.push(failure(row, inside, message));
  for (const { indexes, value } of entries.entries) {
    if (value === null || value === undefined) continue;
    const converted = row.convert(value, report);
    if (converted === undefined) continue;
    if (!writeValue(data, row.destination, indexes, converted, overlay)) {
      report('', 'A list cannot hold more than 10,000 entries.');
    }
  }
}

function failure({ mapping }: CompiledRow, inside: string, message: string): RowFailure {
  return { mappingId: mapping.id, path: `${mapping.target}${inside}`, message };
}

/** What is written later wins, field by field where both are objects. */
function overlay(base: unknown, value: unknown): unknown {
  if (!isJsonObject(base) || !isJsonObject(value)) return value;
  const merged = Object.assign(makeTree(), base);
  for (const [name, entry] of Object.entries(value)) merged[name] = overlay(merged[name], entry);
  return merged;
}
