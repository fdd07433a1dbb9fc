import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MappingCommand, NewFieldMapping } from './commands';
import { changedPaths, doCommand, historyDepth, redo, undo } from './history';
import { emptyMappingHistory, type MappingHistory, type MappingState, suggestionBands } from './mapping';
import { mappingHistorySchema } from './mapping-schema';
import { applyCommand } from './reducer';
import { packHistory, unpackHistory } from './stored-history';
import { storedHistorySchema } from './stored-history-schema';

function countingContext(start = 0) {
  let next = start;
  return {
    createId: () => {
      next += 1;
      return `m${next}`;
    },
  };
}

const attribute = (source: string, target: string): NewFieldMapping => ({
  kind: 'attribute',
  source,
  target,
});

const newMapping: fc.Arbitrary<NewFieldMapping> = fc.record(
  {
    kind: fc.constantFrom('attribute' as const, 'expression' as const, 'constant' as const),
    source: fc.constantFrom('a', 'b', 'c', 'd.e'),
    target: fc.constantFrom('x', 'y', 'z', 'p.q', 'p.r'),
    name: fc.constantFrom('n1', 'n2'),
  },
  { requiredKeys: ['kind', 'source', 'target'] },
);
const id = fc.integer({ min: 1, max: 20 }).map((number) => `m${number}`);
const paths = fc.array(fc.constantFrom('a', 'b', 'c', 'd.e'), { maxLength: 4 });
const pair = fc.record(
  {
    source: fc.constantFrom('a', 'b', 'c', 'd.e'),
    target: fc.constantFrom('x', 'y', 'z', 'p.q'),
    band: fc.constantFrom(...suggestionBands),
    expression: fc.constant('upper(a)'),
  },
  { requiredKeys: ['source', 'target', 'band'] },
);
const command: fc.Arbitrary<MappingCommand> = fc.oneof(
  fc.record({ type: fc.constant('accept-suggestions' as const), pairs: fc.array(pair, { maxLength: 4 }) }),
  fc.record({ type: fc.constant('reject-suggestion' as const), pair }),
  fc.constant<MappingCommand>({ type: 'forget-rejections' }),
  fc.record({ type: fc.constant('connect' as const), mapping: newMapping }),
  fc.record({
    type: fc.constant('connect-many' as const),
    mappings: fc.array(newMapping, { maxLength: 5 }),
    label: fc.constant('many'),
    replaces: fc.array(id, { maxLength: 3 }),
  }),
  fc.record({ type: fc.constant('disconnect' as const), id }),
  fc.record({ type: fc.constant('disconnect-many' as const), ids: fc.array(id, { maxLength: 4 }) }),
  fc.record({ type: fc.constant('retarget' as const), id, target: fc.constantFrom('x', 'y', 'z', 'new') }),
  fc.record({
    type: fc.constant('set-source' as const),
    id,
    kind: fc.constantFrom('attribute' as const, 'expression' as const),
    source: fc.constantFrom('a', 'upper(a)'),
  }),
  fc.record({ type: fc.constant('set-note' as const), id, note: fc.constantFrom('', 'see ticket') }),
  fc.record({
    type: fc.constant('edit-many' as const),
    changes: fc.array(
      fc.record(
        { id, source: fc.constantFrom('a', 'b', 'new'), target: fc.constantFrom('x', 'y', 'z') },
        { requiredKeys: ['id'] },
      ),
      { maxLength: 4 },
    ),
    label: fc.constant('many'),
  }),
  fc.record({
    type: fc.constant('follow-targets' as const),
    moves: fc
      .uniqueArray(fc.tuple(fc.constantFrom('x', 'y', 'z', 'p.q'), fc.constantFrom('x', 'y', 'z', 'new')), {
        selector: ([from]) => from,
      })
      .map((moves) => new Map(moves)),
    label: fc.constant('follow'),
  }),
  fc.record({ type: fc.constant('leave-out' as const), ids: fc.array(id, { maxLength: 4 }) }),
  fc.record({
    type: fc.constant('replace-all' as const),
    mappings: fc.array(newMapping, { maxLength: 12 }),
  }),
  fc.record({
    type: fc.constant('bring-back' as const),
    mappings: fc.array(newMapping, { maxLength: 12 }),
    unmappedOnPurpose: paths,
  }),
  fc.record({
    type: fc.constant('add-comment' as const),
    id,
    text: fc.constantFrom('', ' why? '),
    by: fc.constant({ authorName: 'Ana', atMs: 1 }),
  }),
  fc.record({
    type: fc.constant('resolve-comment' as const),
    id,
    commentId: fc.constantFrom('c1', 'c2'),
    by: fc.constant({ authorName: 'Ben', atMs: 2 }),
  }),
  fc.record({
    type: fc.constantFrom('reopen-comment' as const, 'remove-comment' as const),
    id,
    commentId: fc.constantFrom('c1', 'c2'),
  }),
  fc.record({ type: fc.constant('mark-unmapped' as const), paths }),
  fc.record({ type: fc.constant('unmark' as const), paths }),
  fc.record({
    type: fc.constantFrom('apply-preset' as const, 'import' as const),
    title: fc.constant('t'),
    mappings: fc.array(newMapping, { maxLength: 5 }),
  }),
  fc.constant({ type: 'clear' as const }),
);
// Duplicate targets do occur: in drafts of others and in imported sets.
const state: fc.Arbitrary<MappingState> = fc.record({
  mappings: fc.array(newMapping, { maxLength: 12 }).map((entries) =>
    entries.map((entry, at) => ({
      ...entry,
      id: `m${at + 1}`,
      ...(at % 3 === 0 && {
        comments: [
          { id: 'c1', text: 'open', authorName: 'Ana', atMs: 0 },
          {
            id: 'c2',
            text: 'done',
            authorName: 'Ana',
            atMs: 0,
            resolved: { authorName: 'Ben', atMs: 1 },
          },
        ],
      }),
    })),
  ),
  unmappedOnPurpose: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd.e')),
});

describe('mapping commands', () => {
  it('are undone exactly by their inverse, from any state', () => {
    fc.assert(
      fc.property(state, command, (before, todo) => {
        const { state: after, inverse } = applyCommand(before, todo, countingContext(100));
        const back = applyCommand(after, inverse, countingContext());
        expect(back.state).toEqual(before);
        expect(applyCommand(back.state, back.inverse, countingContext()).state).toEqual(after);
      }),
      { numRuns: 1500 },
    );
  });

  it('can be taken back and done again as a whole sequence, also after a reload', () => {
    fc.assert(
      fc.property(state, fc.array(command, { maxLength: 30 }), (start, commands) => {
        const context = countingContext(100);
        const states: MappingState[] = [start];
        let history: MappingHistory = { state: start, undo: [], redo: [] };
        for (const todo of commands) {
          const next = doCommand(history, todo, context);
          if (next !== history) states.push(next.state);
          history = next;
        }
        for (let at = states.length - 2; at >= 0; at -= 1) {
          const sent: unknown = JSON.parse(JSON.stringify(packHistory(undo(history))));
          history = unpackHistory(storedHistorySchema.parse(sent));
          expect(history.state).toEqual(states[at]);
        }
        expect(undo(history)).toBe(history);
        for (let at = 1; at < states.length; at += 1) {
          history = redo(history);
          expect(history.state).toEqual(states[at]);
        }
        expect(redo(history)).toBe(history);
      }),
      { numRuns: 400 },
    );
  });

  it('fill each target once: the newer mapping replaces the older in its place', () => {
    const context = countingContext();
    let history = doCommand(
      emptyMappingHistory,
      { type: 'connect-many', label: 'two', mappings: [attribute('a', 'x'), attribute('b', 'y')] },
      context,
    );
    history = doCommand(history, { type: 'connect', mapping: attribute('c', 'x') }, context);
    expect(history.state.mappings).toEqual([
      { id: 'm3', ...attribute('c', 'x') },
      { id: 'm2', ...attribute('b', 'y') },
    ]);
    expect(undo(history).state.mappings[0]).toEqual({ id: 'm1', ...attribute('a', 'x') });
  });

  it('change nothing, and take no step, when the work is done already', () => {
    const context = countingContext();
    const history = doCommand(
      emptyMappingHistory,
      { type: 'connect', mapping: attribute('a', 'x') },
      context,
    );
    for (const todo of [
      { type: 'connect', mapping: attribute('a', 'x') },
      { type: 'disconnect', id: 'gone' },
      { type: 'retarget', id: 'm1', target: 'x' },
      { type: 'set-note', id: 'm1', note: ' ' },
      { type: 'unmark', paths: ['a'] },
      { type: 'connect-many', label: '', mappings: [] },
    ] satisfies MappingCommand[]) {
      expect(doCommand(history, todo, context)).toBe(history);
    }
  });

  it('take a field that is mapped off the list of those left out', () => {
    const context = countingContext();
    const left = doCommand(emptyMappingHistory, { type: 'mark-unmapped', paths: ['a', 'b', 'a'] }, context);
    expect(left.state.unmappedOnPurpose).toEqual(['a', 'b']);
    const mapped = doCommand(left, { type: 'connect', mapping: attribute('a', 'x') }, context);
    expect(mapped.state.unmappedOnPurpose).toEqual(['b']);
    expect(undo(mapped).state).toEqual(left.state);
  });

  it('bring rows and marks of a closed page back as one step, comments included', () => {
    const context = countingContext();
    const by = { authorName: 'Ana', atMs: 1 };
    let saved = doCommand(emptyMappingHistory, { type: 'connect', mapping: attribute('a', 'x') }, context);
    saved = doCommand(saved, { type: 'add-comment', id: 'm1', text: 'why?', by }, context);
    saved = doCommand(saved, { type: 'mark-unmapped', paths: ['d', 'e'] }, context);
    const unsent = [attribute('a', 'x'), attribute('b', 'y')];
    const back = doCommand(
      saved,
      { type: 'bring-back', mappings: unsent, unmappedOnPurpose: ['e', 'f'] },
      context,
    );
    expect(back.state).toEqual({
      mappings: [
        { id: 'm1', ...attribute('a', 'x'), comments: [{ id: 'm2', text: 'why?', ...by }] },
        { id: 'm3', ...attribute('b', 'y') },
      ],
      unmappedOnPurpose: ['e', 'f'],
    });
    expect(undo(back).state).toEqual(saved.state);
  });

  it('bring 10,000 mappings back after a clear, in their order and quickly', () => {
    const context = countingContext();
    const many = Array.from({ length: 10_000 }, (_, at) => attribute(`s${at}`, `t${at}`));
    const full = doCommand(
      emptyMappingHistory,
      { type: 'connect-many', label: 'many', mappings: many },
      context,
    );
    const startMs = performance.now();
    const back = undo(doCommand(full, { type: 'clear' }, context));
    expect(performance.now() - startMs).toBeLessThan(500);
    expect(back.state).toEqual(full.state);
  });

  it('are remembered at least 200 deep, and no deeper than the limit', () => {
    const context = countingContext();
    let history = emptyMappingHistory;
    for (let at = 0; at < historyDepth + 50; at += 1) {
      history = doCommand(history, { type: 'connect', mapping: attribute(`s${at}`, 'x') }, context);
    }
    expect(historyDepth).toBeGreaterThanOrEqual(200);
    expect(history.undo).toHaveLength(historyDepth);
    expect(mappingHistorySchema.safeParse(history).success).toBe(true);
  });

  it('say which paths they touched', () => {
    const context = countingContext();
    const before = doCommand(emptyMappingHistory, { type: 'connect', mapping: attribute('a', 'x') }, context);
    const after = doCommand(before, { type: 'retarget', id: 'm1', target: 'y' }, context);
    expect(changedPaths(before.state, after.state)).toEqual({ sources: ['a', 'a'], targets: ['y', 'x'] });
  });
});
