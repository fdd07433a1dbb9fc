import { findFieldId } from '@/lib/schema/field';
import { ancestorsOf, isFolder, type SchemaTree } from '@/lib/schema/schema-tree';
import type { CheckedMapping } from './check-mappings';
import type { MappingState } from './mapping';
import { requiredLeftOf } from './required-left';

export type CoverageInput = {
  state: MappingState;
  checked: readonly CheckedMapping[];
  sourceTree: SchemaTree;
  targetTree: SchemaTree;
  /** Target paths that must be filled. */
  requiredTargets: readonly string[];
  /** Target paths that can identify a person; one of them should be filled. */
  identityTargets: readonly string[];
  /** Errors found elsewhere (the platform's own check), by mapping id. */
  rowErrors?: Readonly<Record<string, string>>;
};

export type Coverage = {
  mappings: number;
  /** Source fields without fields of their own: how many there are, and how many of them are used. */
  sourceFields: number;
  usedSourceFields: number;
  /** Ids in the source tree, neither used nor left out on purpose. */
  unusedSources: readonly number[];
  requiredLeft: readonly string[];
  /** `none-needed` when the target declares no identity. */
  identity: 'set' | 'missing' | 'none-needed';
  /** Ids of mappings that cannot work. */
  errors: readonly string[];
};

/** How complete the mappings are. A mapped folder uses, and fills, everything below it. */
export function measureCoverage(input: CoverageInput): Coverage {
  const { state, checked, sourceTree, targetTree } = input;
  const used = markSources(input);
  const leftOut = markSubtrees(
    sourceTree,
    state.unmappedOnPurpose.map((path) => findFieldId(sourceTree, path)),
  );
  const unusedSources: number[] = [];
  let sourceFields = 0;
  let usedSourceFields = 0;
  for (let id = 0; id < sourceTree.count; id += 1) {
    if (isFolder(sourceTree, id)) continue;
    sourceFields += 1;
    if (used[id] === 1) usedSourceFields += 1;
    else if (leftOut[id] !== 1) unusedSources.push(id);
  }
  const filled = new Set<number>();
  for (const { targetId, verdict } of checked)
    if (targetId >= 0 && verdict !== 'refused') filled.add(targetId);
  const isFilled = (path: string) => {
    const id = findFieldId(targetTree, path);
    return id >= 0 && (filled.has(id) || ancestorsOf(targetTree, id).some((up) => filled.has(up)));
  };
  return {
    mappings: state.mappings.length,
    sourceFields,
    usedSourceFields,
    unusedSources,
    requiredLeft: requiredLeftOf(targetTree, filled, input.requiredTargets),
    identity:
      input.identityTargets.length === 0
        ? 'none-needed'
        : input.identityTargets.some(isFilled)
          ? 'set'
          : 'missing',
    errors: checked
      .filter(({ verdict, mapping }) => verdict === 'refused' || input.rowErrors?.[mapping.id] !== undefined)
      .map(({ mapping }) => mapping.id),
  };
}

function markSources({ checked, sourceTree }: CoverageInput): Uint8Array {
  const ids = checked.map(({ sourceId }) => sourceId);
  const mentioned = new Set<number>();
  for (const { mapping } of checked) {
    if (mapping.kind === 'expression')
      for (const id of mentionedFields(mapping.source, sourceTree)) mentioned.add(id);
  }
  return markSubtrees(sourceTree, [...ids, ...mentioned]);
}

/** Fields of a tree that an expression names; texts in quotes do not count. */
export function mentionedFields(expression: string, tree: SchemaTree): number[] {
  const withoutTexts = expression.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, ' ');
  const ids = new Set<number>();
  for (const { 0: path, index } of withoutTexts.matchAll(/[\p{L}_$][\p{L}\p{N}_$.{}\\[\]*]*/gu)) {
    const isCall = withoutTexts[index + path.length] === '(';
    for (let text = path; text !== ''; text = text.slice(0, Math.max(0, text.lastIndexOf('.')))) {
      const id = findFieldId(tree, text);
      if (id < 0) continue;
      // What an object does not declare is a slip of the pen, and no use of everything in it; a method is no field.
      const rest = path.slice(text.length + 1);
      if (rest === '' || !isFolder(tree, id) || (isCall && !rest.includes('.'))) ids.add(id);
      break;
    }
  }
  return [...ids];
}

function markSubtrees(tree: SchemaTree, ids: readonly number[]): Uint8Array {
  const marks = new Uint8Array(tree.count);
  for (const id of ids) if (id >= 0) marks.fill(1, id, tree.end[id] ?? id + 1);
  return marks;
}
