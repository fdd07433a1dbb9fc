import { visitExpression } from '@/lib/expression/ast';
import { readDate } from '@/lib/expression/dates/read-date';
import { findFunction } from '@/lib/expression/find-function';
import { parseExpression } from '@/lib/expression/parse';
import { readSourcePath } from '@/lib/expression/source-path';
import type { FieldMapping } from '@/lib/mapping/mapping';
import { isJsonObject } from '@/lib/schema/json-schema';

/** A field for which the two previews of one record differ. */
export type Disagreement = {
  mappingId: string;
  /** Position in the sample. */
  record: number;
  /** The target of the row. */
  path: string;
  local: unknown;
  platform: unknown;
};

/**
 * Where our result and the platform's differ, row by row, for records mapped by both. Null and nothing are the same, and
 * so is one moment written in two ways; rows that give another value each time are left out.
 */
export function comparePreviews(
  mappings: readonly FieldMapping[],
  local: readonly unknown[],
  platform: readonly unknown[],
): Disagreement[] {
  // The most exact rows first: an object that only differs in a field another row fills is not told twice.
  const rows = mappings
    .filter((mapping) => mapping.kind !== 'expression' || isRepeatable(mapping.source))
    .sort((left, right) => right.target.length - left.target.length);
  const found: Disagreement[] = [];
  for (const [record, theirs] of platform.entries()) {
    const told: string[] = [];
    for (const { id, target } of rows) {
      if (told.some((path) => path.startsWith(`${target}.`) || path.startsWith(`${target}[`))) continue;
      const [ours, other] = [readSourcePath(target, local[record]), readSourcePath(target, theirs)];
      if (isSame(ours, other)) continue;
      told.push(target);
      found.push({ mappingId: id, record, path: target, local: ours ?? null, platform: other ?? null });
    }
  }
  return found;
}

const changing: ReadonlySet<string> = new Set(['uuid', 'guid', 'now', 'timestamp']);

function isRepeatable(text: string): boolean {
  const parsed = parseExpression(text);
  if (!parsed.ok) return true;
  let repeatable = true;
  visitExpression(parsed.tree, (node) => {
    if (node.kind !== 'call') return;
    if (changing.has(node.name) || findFunction(node.name)?.offline === false) repeatable = false;
  });
  return repeatable;
}

function isSame(left: unknown, right: unknown): boolean {
  const [a, b] = [left ?? null, right ?? null];
  if (a === b) return true;
  if (typeof a === 'string' && typeof b === 'string') return isSameMoment(a, b);
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((entry, at) => isSame(entry, b[at]));
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) =>
    isSame(own(a, key), own(b, key)),
  );
}

function own(holder: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(holder, key) ? holder[key] : undefined;
}

function isSameMoment(left: string, right: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T/.test(left) || !/^\d{4}-\d{2}-\d{2}T/.test(right)) return false;
  const [a, b] = [readDate(left, 'UTC'), readDate(right, 'UTC')];
  return a !== undefined && a.epochMs === b?.epochMs;
}
