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

// While they are gathered.
type MarkMap = Map<number, { link: RowLink; text: string; mappingIds: string[] }>;

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
  suggested: 1,
  'left-out': 2,
  covered: 3,
  mapped: 4,
  converts: 5,
  error: 6,
};

/** How each field takes part, for both trees, and the lines between them. */
export function markRows(input: MarksInput): RowMarks {
  const { state, checked, coverage, sourceTree, targetTree } = input;
  const source: MarkMap = new Map();
  const target: MarkMap = new Map();
  const covered = { source: new Set<number>(), target: new Set<number>() };
  const edges: LineEdge[] = [];
  const coverBelow = (side: Side, tree: SchemaTree, id: number) => {
    if (covered[side].has(id)) return;
    covered[side].add(id);
    const marks = side === 'source' ? source : target;
    const text = `copied with ${tree.path[id]}`;
    for (let inner = id + 1; inner < (tree.end[id] ?? 0); inner += 1) {
      add(marks, inner, { link: 'covered', text });
    }
  };

  for (const path of state.unmappedOnPurpose) {
    const id = findFieldId(sourceTree, path);
    for (let inner = id; id >= 0 && inner < (sourceTree.end[id] ?? 0); inner += 1) {
      add(source, inner, { link: 'left-out', text: 'left out on purpose' });
    }
  }
  for (const { mapping, sourceId, targetId, verdict } of checked) {
    const tone: LineTone = tones[verdict];
    const ends = mapping.kind === 'expression' ? mentionedFields(mapping.source, sourceTree) : [sourceId];
    for (const end of ends) {
      if (end < 0) continue;
      add(source, end, { link: tone, text: `mapped to ${mapping.target}`, mappingId: mapping.id });
      if (targetId >= 0) edges.push({ mappingId: mapping.id, sourceId: end, targetId, tone });
    }
    if (targetId >= 0) {
      add(target, targetId, {
        link: tone,
        text: `filled from ${describeSource(mapping)}`,
        mappingId: mapping.id,
      });
      coverBelow('target', targetTree, targetId);
    }
    if (sourceId >= 0) coverBelow('source', sourceTree, sourceId);
  }
  for (const mark of [...source.values(), ...target.values()]) {
    const more = mark.mappingIds.length - namedLinks;
    if (more > 0) mark.text += ` and ${more.toLocaleString('en')} more`;
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

// More than these are a number: 10,000 mappings of one field must not become one sentence.
const namedLinks = 3;

function add(marks: MarkMap, id: number, mark: { link: RowLink; text: string; mappingId?: string }): void {
  const before = marks.get(id);
  if (!before) {
    const mappingIds = mark.mappingId === undefined ? [] : [mark.mappingId];
    marks.set(id, { link: mark.link, text: mark.text, mappingIds });
    return;
  }
  if (mark.mappingId === undefined) return;
  before.mappingIds.push(mark.mappingId);
  const count = before.mappingIds.length;
  if (badness[mark.link] > badness[before.link]) before.link = mark.link;
  if (count === 1) before.text = mark.text;
  else if (count <= namedLinks) before.text += `, ${mark.text}`;
}
