import { describeCommand, type MappingCommand } from './commands';
import {
  type HistoryStep,
  type MappingHistory,
  type MappingState,
  maxCodeTextLength,
  maxSuggestedPairs,
  type SuggestedPair,
} from './mapping';
import { applyCommand, type CommandContext } from './reducer';

/** Steps that can be taken back; older ones are forgotten. */
export const historyDepth = 500;

/** Does one command and remembers the way back. The same history when nothing changed. */
export function doCommand(
  history: MappingHistory,
  command: MappingCommand,
  context: CommandContext,
): MappingHistory {
  const { state, inverse } = applyCommand(history.state, command, context);
  if (state === history.state) return history;
  const step: HistoryStep = { label: describeCommand(command), restore: inverse };
  return { ...history, state, undo: [...history.undo.slice(1 - historyDepth), step], redo: [] };
}

/** Takes the last step back; the same history when there is none. */
export function undo(history: MappingHistory): MappingHistory {
  const step = history.undo.at(-1);
  if (!step) return history;
  const { state, inverse } = applyCommand(history.state, step.restore, noNewIds);
  return {
    ...history,
    state,
    undo: history.undo.slice(0, -1),
    redo: [...history.redo, { label: step.label, restore: inverse }],
  };
}

/** Does the step again that was taken back last; the same history when there is none. */
export function redo(history: MappingHistory): MappingHistory {
  const step = history.redo.at(-1);
  if (!step) return history;
  const { state, inverse } = applyCommand(history.state, step.restore, noNewIds);
  return {
    ...history,
    state,
    undo: [...history.undo, { label: step.label, restore: inverse }],
    redo: history.redo.slice(0, -1),
  };
}

/** Keeps a text of the code view that cannot be read yet; undefined forgets it. No step: nothing is mapped by it. */
export function withCodeText(history: MappingHistory, text: string | undefined): MappingHistory {
  if (history.codeText === text) return history;
  const { codeText: _, ...rest } = history;
  return text === undefined || text.length > maxCodeTextLength ? rest : { ...rest, codeText: text };
}

/**
 * Remembers what was suggested for a field that is still open: the latest suggestion counts, and the first ones are
 * forgotten when there are too many. The same history when nothing is new. No step: nothing is mapped by it.
 */
export function withOffered(history: MappingHistory, offered: readonly SuggestedPair[]): MappingHistory {
  const known = history.offered ?? [];
  const before = new Map(known.map((pair) => [pair.source, pair]));
  const news = offered.filter((pair) => {
    const last = before.get(pair.source);
    return last?.target !== pair.target || last.band !== pair.band || last.expression !== pair.expression;
  });
  if (news.length === 0) return history;
  const renewed = new Set(news.map(({ source }) => source));
  const all = [...known.filter(({ source }) => !renewed.has(source)), ...news];
  return { ...history, offered: all.slice(-maxSuggestedPairs) };
}

/** Paths that differ between two states, so that the screen can go where an undo had its effect. */
export function changedPaths(
  before: MappingState,
  after: MappingState,
): { sources: string[]; targets: string[] } {
  const had = new Set(before.mappings);
  const has = new Set(after.mappings);
  const touched = [
    ...after.mappings.filter((mapping) => !had.has(mapping)),
    ...before.mappings.filter((mapping) => !has.has(mapping)),
  ];
  return {
    sources: touched.filter((mapping) => mapping.kind === 'attribute').map((mapping) => mapping.source),
    targets: touched.map((mapping) => mapping.target),
  };
}

const noNewIds: CommandContext = {
  createId: () => {
    throw new Error('a restore makes no new mapping');
  },
};
