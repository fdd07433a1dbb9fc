import type { FieldMapping, FieldMappingKind, RestoreCommand, Signature, SuggestedPair } from './mapping';

/** A mapping that is still to get its id. */
export type NewFieldMapping = Omit<FieldMapping, 'id'>;

/** New ends for one mapping; what is left out stays. */
export type MappingChange = { id: string; source?: string; target?: string };

/** Everything that can be done to the mappings of a dataflow. */
export type MappingCommand =
  /** Fills a target from a source; a mapping that filled the same target before is replaced. */
  | { type: 'connect'; mapping: NewFieldMapping }
  /** The same for many, as one step; `label` names the step, `replaces` are ids that they take the place of. */
  | {
      type: 'connect-many';
      mappings: readonly NewFieldMapping[];
      label: string;
      replaces?: readonly string[];
    }
  | { type: 'disconnect'; id: string }
  | { type: 'disconnect-many'; ids: readonly string[] }
  /** Moves the end of a mapping to another target; what filled that one is replaced. */
  | { type: 'retarget'; id: string; target: string }
  | { type: 'set-source'; id: string; kind: FieldMappingKind; source: string }
  /** An empty note is removed. */
  | { type: 'set-note'; id: string; note: string }
  /** New ends for many, as one step; a changed target that another mapping fills is taken over. */
  | { type: 'edit-many'; changes: readonly MappingChange[]; label: string }
  /** Target fields have other names now: mappings onto them and suggestions that were turned down go along. */
  | { type: 'follow-targets'; moves: ReadonlyMap<string, string>; label: string }
  /** Removes mappings and leaves their source fields out on purpose. */
  | { type: 'leave-out'; ids: readonly string[] }
  /** All rows as a text gives them; rows that are known by their target or source keep note and comments. */
  | { type: 'replace-all'; mappings: readonly NewFieldMapping[] }
  /** All rows and marks as a page had them that closed before it could save; notes and comments stay as in `replace-all`. */
  | { type: 'bring-back'; mappings: readonly NewFieldMapping[]; unmappedOnPurpose: readonly string[] }
  /** An empty text adds nothing. */
  | { type: 'add-comment'; id: string; text: string; by: Signature }
  | { type: 'resolve-comment'; id: string; commentId: string; by: Signature }
  | { type: 'reopen-comment'; id: string; commentId: string }
  | { type: 'remove-comment'; id: string; commentId: string }
  | { type: 'mark-unmapped'; paths: readonly string[] }
  | { type: 'unmark'; paths: readonly string[] }
  | { type: 'apply-preset'; title: string; mappings: readonly NewFieldMapping[] }
  /** Merges rows from a file or another dataflow: same target, new source; nothing else is lost. */
  | { type: 'import'; title: string; mappings: readonly NewFieldMapping[] }
  /** Takes suggestions as one step; one whose field has been mapped or left out meanwhile is skipped. */
  | { type: 'accept-suggestions'; pairs: readonly SuggestedPair[] }
  /** Turns a suggestion down, so that it is not made again. */
  | { type: 'reject-suggestion'; pair: SuggestedPair }
  /** Lets everything that was turned down be suggested again. */
  | { type: 'forget-rejections' }
  /** Turned down suggestions stay turned down. */
  | { type: 'clear' }
  | RestoreCommand;

/** What a command does, in words for the history and for announcements. */
export function describeCommand(command: MappingCommand): string {
  switch (command.type) {
    case 'connect':
      return `Map ${describeSource(command.mapping)} to ${command.mapping.target}`;
    case 'connect-many':
      return command.label;
    case 'disconnect':
      return 'Remove a mapping';
    case 'disconnect-many':
      return command.ids.length === 1 ? 'Remove a mapping' : `Remove ${command.ids.length} mappings`;
    case 'retarget':
      return `Move a mapping to ${command.target}`;
    case 'set-source':
      return `Change a source to ${describeSource(command)}`;
    case 'set-note':
      return command.note.trim() === '' ? 'Remove a note' : 'Change a note';
    case 'edit-many':
    case 'follow-targets':
      return command.label;
    case 'leave-out':
      return command.ids.length === 1 ? 'Leave out a field' : `Leave out ${command.ids.length} mapped fields`;
    case 'replace-all':
      return 'Edit the mappings as code';
    case 'bring-back':
      return 'Bring back unsaved changes';
    case 'add-comment':
      return 'Add a comment';
    case 'resolve-comment':
      return 'Resolve a comment';
    case 'reopen-comment':
      return 'Reopen a comment';
    case 'remove-comment':
      return 'Remove a comment';
    case 'mark-unmapped':
      return command.paths.length === 1
        ? `Leave out ${command.paths[0]}`
        : `Leave out ${command.paths.length} fields`;
    case 'unmark':
      return command.paths.length === 1
        ? `Take ${command.paths[0]} back in`
        : `Take ${command.paths.length} fields back in`;
    case 'apply-preset':
      return `Apply “${command.title}”`;
    case 'import':
      return `Import “${command.title}”`;
    case 'accept-suggestions': {
      const [first] = command.pairs;
      return command.pairs.length === 1 && first
        ? `Accept ${first.source} to ${first.target}`
        : `Accept ${command.pairs.length} suggestions`;
    }
    case 'reject-suggestion':
      return `Reject ${command.pair.source} to ${command.pair.target}`;
    case 'forget-rejections':
      return 'Bring rejected suggestions back';
    case 'clear':
      return 'Clear all mappings';
    case 'restore':
      return 'Restore';
    default:
      return command satisfies never;
  }
}

/** The source of a mapping in words: the path, or what kind of value it is. */
export function describeSource(mapping: Pick<FieldMapping, 'kind' | 'source'>): string {
  if (mapping.kind === 'attribute') return mapping.source;
  const text = mapping.source.length > 40 ? `${mapping.source.slice(0, 39)}…` : mapping.source;
  return mapping.kind === 'constant' ? `the constant “${text}”` : `the calculation ${text}`;
}
