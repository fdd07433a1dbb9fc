import type { RowLink } from '@/components/schema-tree/tree-row';
import type { CheckedMapping } from '@/lib/mapping/check-mappings';
import { describeSource } from '@/lib/mapping/commands';
import { type Coverage, mentionedFields } from '@/lib/mapping/coverage';
import type { MappingState } from '@/lib/mapping/mapping';
import { findFieldId } from '@/lib/schema/field';
import type { SchemaTree } from '@/lib/schema/schema-tree';
import type { TreeView } from '@/lib/schema/tree-view';
import type { Side } from './field-ref';
import type { LineEdge, LineTone } from './line-bundles';

export type RowLinkMark = { link: RowLink; text: string; mappingIds: readonly string[] };

export type RowMarks = {
  source: ReadonlyMap<number, RowLinkMark>;
  target: ReadonlyMap<number, RowLinkMark>;
  edges: readonly LineEdge[];
  required: ReadonlySet<number>;
  requiredLeft: ReadonlySet<number>;
  identity: ReadonlySet<number>;
};

type MarksInput = {
  state: MappingState;
  checked: readonly CheckedMapping[];
  coverage: Coverage;
  sourceTree: SchemaTree;
  targetTree: SchemaTree;
  requiredTargets: readonly string[];
  identityTargets: readonly string[];
};

const tones = { fits: 'mapped', converts: 'converts', refused: 'error' } as const;
const badness: Record<RowLink, number> = {
  none: 0,
  'left-out': 1,
  covered: 2,
  mapped: 3,
  converts: 4,
  error: 5,
};

/** How each field takes part, for both trees, and the lines between them. */
export function markRows(input: MarksInput): RowMarks {
  const { state, checked, coverage, sourceTree, targetTree } = input;
  const source = new Map<number, RowLinkMark>();
  const target = new Map<number, RowLinkMark>();
  const edges: LineEdge[] = [];
  const coverBelow = (marks: Map<number, RowLinkMark>, tree: SchemaTree, id: number) => {
    const text = `copied with ${tree.path[id]}`;
    for (let inner = id + 1; inner < (tree.end[id] ?? 0); inner += 1) {
      add(marks, inner, { link: 'covered', text, mappingIds: [] });
    }
  };

  for (const path of state.unmappedOnPurpose) {
    const id = findFieldId(sourceTree, path);
    for (let inner = id; id >= 0 && inner < (sourceTree.end[id] ?? 0); inner += 1) {
      add(source, inner, { link: 'left-out', text: 'left out on purpose', mappingIds: [] });
    }
  }
  for (const { mapping, sourceId, targetId, verdict } of checked) {
    const tone: LineTone = tones[verdict];
    const ends = mapping.kind === 'expression' ? mentionedFields(mapping.source, sourceTree) : [sourceId];
    for (const end of ends) {
      if (end < 0) continue;
      add(source, end, { link: tone, text: `mapped to ${mapping.target}`, mappingIds: [mapping.id] });
      if (targetId >= 0) edges.push({ mappingId: mapping.id, sourceId: end, targetId, tone });
    }
    if (targetId >= 0) {
      add(target, targetId, {
        link: tone,
        text: `filled from ${describeSource(mapping)}`,
        mappingIds: [mapping.id],
      });
      coverBelow(target, targetTree, targetId);
    }
    if (sourceId >= 0) coverBelow(source, sourceTree, sourceId);
  }
  const idsOf = (paths: readonly string[]) => new Set(paths.map((path) => findFieldId(targetTree, path)));
  return {
    source,
    target,
    edges,
    required: idsOf(input.requiredTargets),
    requiredLeft: idsOf(coverage.requiredLeft),
    identity: idsOf(input.identityTargets),
  };
}

/** The mappings of a row; those inside it too when it is a closed folder, for which its line stands. */
export function linksInside(marks: RowMarks, side: Side, view: TreeView, id: number): readonly string[] {
  const own = marks[side].get(id)?.mappingIds ?? [];
  const end = view.tree.end[id] ?? 0;
  if (end <= id + 1 || view.isOpen(id)) return own;
  const inside = marks.edges.filter((edge) => {
    const field = side === 'source' ? edge.sourceId : edge.targetId;
    return field >= id && field < end;
  });
  return inside.length > 0 ? inside.map((edge) => edge.mappingId) : own;
}

function add(marks: Map<number, RowLinkMark>, id: number, mark: RowLinkMark): void {
  const before = marks.get(id);
  if (!before) {
    marks.set(id, mark);
    return;
  }
  if (mark.mappingIds.length === 0) return;
  const isFirstLink = before.mappingIds.length === 0;
  marks.set(id, {
    link: badness[mark.link] > badness[before.link] ? mark.link : before.link,
    text: isFirstLink ? mark.text : `${before.text}, ${mark.text}`,
    mappingIds: isFirstLink ? mark.mappingIds : [...before.mappingIds, ...mark.mappingIds],
  });
}
