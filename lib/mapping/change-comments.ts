import type { MappingCommand } from './commands';
import type { FieldMapping, MappingComment } from './mapping';

export type CommentCommand = Extract<
  MappingCommand,
  { type: 'add-comment' | 'resolve-comment' | 'reopen-comment' | 'remove-comment' }
>;

/** Does one comment command to a row; the same row when it changes nothing. */
export function changeComments(
  mapping: FieldMapping,
  command: CommentCommand,
  createId: () => string,
): FieldMapping {
  const comments = mapping.comments ?? [];
  if (command.type === 'add-comment') {
    const text = command.text.trim();
    if (text === '') return mapping;
    return { ...mapping, comments: [...comments, { id: createId(), text, ...command.by }] };
  }
  const found = comments.find(({ id }) => id === command.commentId);
  if (!found) return mapping;
  if (command.type === 'remove-comment') {
    const { comments: _, ...rest } = mapping;
    const kept = comments.filter((comment) => comment !== found);
    return kept.length === 0 ? rest : { ...rest, comments: kept };
  }
  const { resolved, ...open } = found;
  const isResolving = command.type === 'resolve-comment';
  if (isResolving === (resolved !== undefined)) return mapping;
  const after: MappingComment = isResolving ? { ...open, resolved: command.by } : open;
  return { ...mapping, comments: comments.map((comment) => (comment === found ? after : comment)) };
}

/** Comments of a row that nobody has settled. */
export function countOpenComments(mapping: FieldMapping): number {
  return mapping.comments?.filter(({ resolved }) => resolved === undefined).length ?? 0;
}
