import { referencedFields } from '@/lib/expression/referenced-fields';
import { readSourcePath } from '@/lib/expression/source-path';
import type { FieldMapping } from '@/lib/mapping/mapping';
import type { JsonSchemaNode } from '@/lib/schema/json-schema';
import { isMasked } from '@/lib/schema/mask';
import { readValue } from '@/lib/schema/read-value';
import { type CompiledPreview, compilePreview } from './compile-preview';
import { findRecordProblems } from './record-problems';

/** Something to tell about one place of a mapped record. */
export type PreviewProblem = {
  /** The row that caused it; undefined when no row fills the place. */
  mappingId: string | undefined;
  /** In the mapped record. */
  path: string;
  message: string;
  /** The platform would reject the whole record; otherwise the field is left out. */
  isRejecting: boolean;
  /** The value behind it is masked here, so the real one may well be fine. */
  isUncertain: boolean;
};

export type PreviewedRecord = {
  data: Record<string, unknown>;
  problems: readonly PreviewProblem[];
  outcome: 'accepted' | 'rejected' | 'uncertain';
};

/** What the platform would make of one sample record, and whether it would take it, worked out here. */
export function previewRecord(
  preview: CompiledPreview,
  mappings: readonly FieldMapping[],
  record: unknown,
  nowMs: number,
): PreviewedRecord {
  const { data, failures } = preview.map(record, nowMs);
  const byId = new Map(mappings.map((mapping) => [mapping.id, mapping]));
  const isUncertain = (mapping: FieldMapping | undefined) =>
    mapping !== undefined && readsMasked(mapping, record);
  const problems: PreviewProblem[] = failures.map(({ mappingId, path, message }) => ({
    mappingId,
    path,
    message,
    isRejecting: false,
    isUncertain: isUncertain(byId.get(mappingId)),
  }));
  for (const { path, message } of findRecordProblems(preview.target, data)) {
    const mapping = rowOf(path, mappings);
    problems.push({
      mappingId: mapping?.id,
      path,
      message,
      isRejecting: true,
      isUncertain: isUncertain(mapping),
    });
  }
  const rejecting = problems.filter((problem) => problem.isRejecting);
  const outcome =
    rejecting.length === 0
      ? 'accepted'
      : rejecting.every((problem) => problem.isUncertain)
        ? 'uncertain'
        : 'rejected';
  return { data, problems, outcome };
}

/** The same problem of many records, as one reason. */
export type Reason = Omit<PreviewProblem, 'path'> & {
  /** With `[*]` for every list position. */
  path: string;
  /** Positions of the records in the sample. */
  records: readonly number[];
};

/** Why records are rejected, or lose a field, most frequent first; rejections before losses. */
export function groupReasons(records: readonly PreviewedRecord[]): readonly Reason[] {
  const reasons = new Map<string, Reason & { records: number[] }>();
  for (const [at, { problems }] of records.entries()) {
    for (const problem of problems) {
      const path = problem.path.replace(/\[\d+\]/g, '[*]');
      const key = `${problem.isRejecting} ${problem.mappingId} ${path} ${problem.message}`;
      const known = reasons.get(key);
      if (!known) reasons.set(key, { ...problem, path, records: [at] });
      else if (known.records.at(-1) !== at) known.records.push(at);
    }
  }
  return [...reasons.values()].sort(
    (left, right) =>
      Number(right.isRejecting) - Number(left.isRejecting) || right.records.length - left.records.length,
  );
}

/** The row that fills a place: the one whose target is the longest beginning of its path. */
function rowOf(path: string, mappings: readonly FieldMapping[]): FieldMapping | undefined {
  const place = path.replace(/\[\d+\]/g, '[*]');
  let best: FieldMapping | undefined;
  for (const mapping of mappings) {
    const target = mapping.target.replace(/\[\d+\]/g, '[*]');
    const isBeginning =
      place === target || (place.startsWith(target) && /^[.[]/.test(place.slice(target.length)));
    if (isBeginning && target.length > (best?.target.length ?? 0)) best = mapping;
  }
  return best;
}

function readsMasked(mapping: FieldMapping, record: unknown): boolean {
  if (mapping.kind === 'constant') return false;
  if (mapping.kind === 'attribute') return isMasked(readValue(record, mapping.source));
  return referencedFields(mapping.source).some((path) => isMasked(readSourcePath(path, record)));
}

export type PreviewedSample = {
  records: readonly PreviewedRecord[];
  reasons: readonly Reason[];
};

/** Maps and judges every record of a sample. Never throws for what mappings, schema or records can hold. */
export function previewSample(
  mappings: readonly FieldMapping[],
  targetSchema: JsonSchemaNode,
  sample: readonly unknown[],
  nowMs: number,
): PreviewedSample {
  const preview = compilePreview(mappings, targetSchema);
  const records = sample.map((record) => previewRecord(preview, mappings, record, nowMs));
  return { records, reasons: groupReasons(records) };
}

/** What keeps rows from working for the sample, by mapping id, as the sentence of the row. */
export function rowProblems({ reasons }: PreviewedSample): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { mappingId, isRejecting, isUncertain, message, records } of reasons) {
    if (mappingId === undefined || !isRejecting || isUncertain || found[mappingId] !== undefined) continue;
    const more = records.length > 1 ? ` and ${records.length - 1} more` : '';
    found[mappingId] = `Sample record ${(records[0] ?? 0) + 1}${more} would be rejected: ${message}`;
  }
  return found;
}
