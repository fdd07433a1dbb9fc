import { doCommand } from './history';
import type { FieldMapping, MappingHistory } from './mapping';

/** The longest text a draft takes, far above what the platform takes. */
export const longestKept = 16_384;

export type ExpressionEdit = {
  target: string;
  /** The row that filled the target when the visit began. */
  mapping: FieldMapping | undefined;
  /** For the row, if there was none: the same through the whole visit. */
  id: string;
  text: string;
  /** The text the visit began with. */
  before: string;
};

/**
 * The history with a calculation as it is typed, valid or not. `base` is the history before the visit, so that however
 * much is typed is one step, and typing it all back is none. A text beyond `longestKept` is not kept.
 */
export function editExpression(
  base: MappingHistory,
  { target, mapping, id, text, before }: ExpressionEdit,
): MappingHistory {
  if (text === before || text.length > longestKept) return base;
  // The draft's database takes no half characters and no NUL.
  const source = text.toWellFormed().replaceAll('\u0000', '');
  const context = { createId: () => id };
  if (mapping && base.state.mappings.some((row) => row.id === mapping.id)) {
    return doCommand(base, { type: 'set-source', id: mapping.id, kind: 'expression', source }, context);
  }
  if (source.trim() === '') return base;
  return doCommand(base, { type: 'connect', mapping: { kind: 'expression', source, target } }, context);
}

/** What a calculation would begin with to give the same as the row does now. */
export function expressionOf({ kind, source }: FieldMapping): string {
  return kind === 'constant' ? JSON.stringify(source) : source;
}
