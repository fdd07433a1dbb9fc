import { type Field, fieldAt, findFieldId } from '@/lib/schema/field';
import type { SchemaTree } from '@/lib/schema/schema-tree';
import { type FieldMapping, type MappingState, maxExpressionLength } from './mapping';
import { checkFieldPair, type Verdict } from './rules';

export type CheckedMapping = Verdict & {
  mapping: FieldMapping;
  /** −1 when the source is no field, or one that the schema does not have. */
  sourceId: number;
  targetId: number;
};

export type MappingTrees = { sourceTree: SchemaTree; targetTree: SchemaTree; tenantRoot: string };

/** Reads a calculation and judges what it gives to its target; comes with the whole expression language. */
export type ExpressionCheck = (text: string, sourceTree: SchemaTree, target: Field) => Verdict;

/**
 * Judges every mapping against both schemas, in the order of the mappings. What calculations say is only read with
 * `checkExpression`; without it they count as fitting.
 */
export function checkMappings(
  state: MappingState,
  trees: MappingTrees,
  checkExpression?: ExpressionCheck,
): CheckedMapping[] {
  const filled = new Map<string, number>();
  for (const { target } of state.mappings) filled.set(target, (filled.get(target) ?? 0) + 1);
  return state.mappings.map((mapping) => {
    const sourceId = mapping.kind === 'attribute' ? findFieldId(trees.sourceTree, mapping.source) : -1;
    const targetId = findFieldId(trees.targetTree, mapping.target);
    const isTwice = (filled.get(mapping.target) ?? 0) > 1;
    const verdict = judge(mapping, sourceId, targetId, isTwice, trees, checkExpression);
    return { mapping, sourceId, targetId, ...verdict };
  });
}

function judge(
  mapping: FieldMapping,
  sourceId: number,
  targetId: number,
  twice: boolean,
  { sourceTree, targetTree, tenantRoot }: MappingTrees,
  checkExpression: ExpressionCheck | undefined,
): Verdict {
  const refuse = (sentence: string): Verdict => ({ verdict: 'refused', sentence });
  if (targetId < 0) return refuse(`The target schema has no field “${mapping.target}”.`);
  if (twice) return refuse(`“${mapping.target}” is filled by more than one mapping. Keep one of them.`);
  if (mapping.kind === 'attribute') {
    if (sourceId < 0) return refuse(`The source has no field “${mapping.source}”.`);
    const source = { ...fieldAt(sourceTree, sourceId), path: wildcardsOnly(mapping.source) };
    const target = { ...fieldAt(targetTree, targetId), path: wildcardsOnly(mapping.target) };
    return checkFieldPair(
      withElementType(source, mapping.source, sourceTree.path[sourceId]),
      withElementType(target, mapping.target, targetTree.path[targetId]),
      { tenantRoot },
    );
  }
  if (mapping.kind === 'expression') {
    if (mapping.source.trim() === '') return refuse('The calculation is empty.');
    if (mapping.source.length > maxExpressionLength) {
      return refuse(
        `The calculation has ${mapping.source.length.toLocaleString('en')} characters; ${maxExpressionLength.toLocaleString('en')} are allowed.`,
      );
    }
    return (
      checkExpression?.(mapping.source, sourceTree, fieldAt(targetTree, targetId)) ?? {
        verdict: 'fits',
        sentence: 'Calculated for each record.',
      }
    );
  }
  return { verdict: 'fits', sentence: 'The same text for every record.' };
}

// `a[0].b` picks one entry, so it does not repeat.
function wildcardsOnly(path: string): string {
  return path.replace(/\[\d+\]/g, '');
}

// `list[0]` names an element of the array that the tree shows as `list`.
function withElementType<F extends { type: FieldMappingType; itemType: FieldMappingType | undefined }>(
  field: F,
  written: string,
  shown: string | undefined,
): F {
  if (!written.endsWith(']') || shown === undefined || shown.endsWith(']') || field.type !== 'array')
    return field;
  return { ...field, type: field.itemType ?? 'unknown', itemType: undefined };
}

type FieldMappingType = SchemaTree['type'][number];
