import type { CheckedMapping } from '@/lib/mapping/check-mappings';
import type { Grab } from './drag-environment';
import type { Line } from './line-bundles';

/** A line with the pointer down on it, and how far along it: 0 at the source, 1 at the target. */
export type PressedLine = { line: Line; along: number; event: PointerEvent };

/** The mapping that a press on its line takes hold of by the nearer end; bundles and lines without a field stay put. */
export function grabbedLine(
  pressed: PressedLine | undefined,
  event: PointerEvent,
  rows: ReadonlyMap<string, CheckedMapping>,
): Grab | undefined {
  if (pressed?.event !== event) return undefined;
  const [id, ...others] = pressed.line.mappingIds;
  const row = rows.get(id ?? '');
  if (!row || others.length > 0 || row.sourceId < 0 || row.targetId < 0) return undefined;
  return {
    from: pressed.along > 0.5 ? { side: 'source', id: row.sourceId } : { side: 'target', id: row.targetId },
    movingId: row.mapping.id,
  };
}
