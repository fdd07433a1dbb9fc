import type { FieldMapping } from '@/lib/mapping/mapping';
import { maskValue } from '@/lib/schema/mask';
import { describeValue, readValue } from '@/lib/schema/read-value';

/** The masked value of a source field in a record, in a few characters; empty when there is none. */
export function describeSourceSample(record: unknown, path: string): string {
  return describeValue(maskValueInside(path, readValue(record, path))) ?? '';
}

/** The masked value that a mapping puts into its target: the platform's preview when there is one, else our own. */
export function describeTargetSample(
  mapping: FieldMapping,
  record: unknown,
  preview: { data: unknown } | undefined,
): string {
  if (preview)
    return describeValue(maskValueInside(mapping.target, readValue(preview.data, mapping.target))) ?? '';
  if (mapping.kind === 'constant') return describeValue(mapping.source) ?? '';
  if (mapping.kind === 'expression') return '';
  return describeSourceSample(record, mapping.source);
}

function maskValueInside(path: string, value: unknown): unknown {
  return typeof value === 'object' ? value : maskValue(path, value);
}
