import { describe, expect, it } from 'vitest';
import { doCommand, redo, undo, withOffered } from './history';
import { emptyMappingHistory, type MappingHistory, type SuggestedPair } from './mapping';
import { packHistory, unpackHistory } from './stored-history';
import { storedHistorySchema } from './stored-history-schema';

let nextId = 0;
const context = {
  createId: () => {
    nextId += 1;
    return `m${nextId}`;
  },
};
const pair = (source: string, target: string, more: Partial<SuggestedPair> = {}): SuggestedPair => ({
  source,
  target,
  band: 'high',
  ...more,
});
const run = (history: MappingHistory, ...commands: Parameters<typeof doCommand>[1][]) =>
  commands.reduce((last, command) => doCommand(last, command, context), history);
const rowsOf = ({ state }: MappingHistory) =>
  state.mappings.map(({ kind, source, target }) => [kind, source, target]);

describe('accepting suggestions', () => {
  it('takes many as one step, calculations included, and one undo takes all of them back', () => {
    const pairs = [pair('a', 'x'), pair('b', 'y', { expression: 'date(b)' }), pair('c', 'z')];
    const accepted = run(emptyMappingHistory, { type: 'accept-suggestions', pairs });
    expect(rowsOf(accepted)).toEqual([
      ['attribute', 'a', 'x'],
      ['expression', 'date(b)', 'y'],
      ['attribute', 'c', 'z'],
    ]);
    expect(accepted.undo.map(({ label }) => label)).toEqual(['Accept 3 suggestions']);
    expect(undo(accepted).state).toEqual(emptyMappingHistory.state);
  });

  it('never replaces what somebody mapped, and leaves alone what was left out on purpose', () => {
    const manual = run(
      emptyMappingHistory,
      { type: 'connect', mapping: { kind: 'attribute', source: 'mine', target: 'x' } },
      { type: 'connect', mapping: { kind: 'constant', source: 'EUR', target: 'y' } },
      { type: 'mark-unmapped', paths: ['secret'] },
    );
    const pairs = [pair('a', 'x'), pair('b', 'y'), pair('mine', 'z'), pair('secret', 'w')];
    expect(run(manual, { type: 'accept-suggestions', pairs })).toBe(manual);
  });

  it('gives one target to one source', () => {
    const pairs = [pair('a', 'x'), pair('b', 'x'), pair('a', 'y')];
    expect(rowsOf(run(emptyMappingHistory, { type: 'accept-suggestions', pairs }))).toEqual([
      ['attribute', 'a', 'x'],
    ]);
  });
});

describe('a rejected suggestion', () => {
  it('is remembered in what is stored, with the way back', () => {
    const rejected = run(
      emptyMappingHistory,
      { type: 'reject-suggestion', pair: pair('a', 'x') },
      { type: 'reject-suggestion', pair: pair('b', 'y', { band: 'medium' }) },
    );
    const reloaded = unpackHistory(
      storedHistorySchema.parse(JSON.parse(JSON.stringify(packHistory(rejected)))),
    );
    expect(reloaded).toEqual(rejected);
    expect(reloaded.state.rejectedSuggestions).toEqual([pair('a', 'x'), pair('b', 'y', { band: 'medium' })]);
    const once = undo(reloaded);
    expect(once.state.rejectedSuggestions).toEqual([pair('a', 'x')]);
    expect(undo(once).state).toEqual(emptyMappingHistory.state);
    expect(redo(redo(undo(once))).state).toEqual(rejected.state);
  });

  it('survives Clear all, and is forgotten when the same two fields are mapped by hand', () => {
    const rejected = run(emptyMappingHistory, { type: 'reject-suggestion', pair: pair('a', 'x') });
    const connect = {
      type: 'connect',
      mapping: { kind: 'attribute', source: 'b', target: 'y' },
    } as const;
    expect(run(rejected, connect, { type: 'clear' }).state).toEqual(rejected.state);
    const mapped = run(rejected, {
      type: 'connect',
      mapping: { kind: 'attribute', source: 'a', target: 'x' },
    });
    expect(mapped.state.rejectedSuggestions).toBeUndefined();
    expect(undo(mapped).state).toEqual(rejected.state);
  });

  it('follows its target to another name, in one step with the mappings', () => {
    const before = run(
      emptyMappingHistory,
      { type: 'reject-suggestion', pair: pair('a', 'old.x') },
      { type: 'reject-suggestion', pair: pair('b', 'other') },
      { type: 'connect', mapping: { kind: 'attribute', source: 'c', target: 'old.y' } },
    );
    const moves = new Map([
      ['old.x', 'new.x'],
      ['old.y', 'new.y'],
    ]);
    const after = run(before, { type: 'follow-targets', moves, label: 'Follow' });
    expect(after.state.rejectedSuggestions).toEqual([pair('a', 'new.x'), pair('b', 'other')]);
    expect(rowsOf(after)).toEqual([['attribute', 'c', 'new.y']]);
    expect(undo(after).state).toEqual(before.state);
    expect(run(after, { type: 'follow-targets', moves, label: 'Again' })).toBe(after);
  });

  it('can be suggested again when all are brought back', () => {
    const rejected = run(emptyMappingHistory, { type: 'reject-suggestion', pair: pair('a', 'x') });
    expect(run(rejected, { type: 'forget-rejections' }).state).toEqual(emptyMappingHistory.state);
  });
});

describe('what was offered', () => {
  it('keeps the latest suggestion of each field, without a step to undo', () => {
    const first = withOffered(emptyMappingHistory, [pair('a', 'x'), pair('b', 'y')]);
    const second = withOffered(first, [pair('a', 'z', { band: 'medium' })]);
    expect(second).toEqual({
      ...emptyMappingHistory,
      offered: [pair('b', 'y'), pair('a', 'z', { band: 'medium' })],
    });
    expect(withOffered(second, [pair('b', 'y')])).toBe(second);
    expect(unpackHistory(packHistory(second))).toEqual(second);
  });
});
