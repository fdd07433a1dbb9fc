import { describe, expect, it } from 'vitest';
import { compressText } from '@/lib/compressed-text';
import { doCommand, redo, undo } from './history';
import { emptyMappingHistory, type MappingHistory } from './mapping';
import { packHistory, unpackHistory } from './stored-history';
import { storedHistorySchema } from './stored-history-schema';

const manyMappings = 10_000;
// What the server takes in one request.
const largestBodyBytes = 1_048_576;

function countingContext() {
  let next = 0;
  return {
    createId: () => {
      next += 1;
      return `mapping-${next.toString(36).padStart(10, '0')}`;
    },
  };
}

const context = countingContext();
const row = (at: number, prefix = 'field') => ({
  kind: 'attribute' as const,
  source: `data.group${at % 50}.${prefix}${at}`,
  target: `_acme.payments.group${at % 50}.target${at}`,
});
const rows = (count: number, prefix?: string) => Array.from({ length: count }, (_, at) => row(at, prefix));
const stored = (history: MappingHistory) =>
  storedHistorySchema.parse(JSON.parse(JSON.stringify(packHistory(history))));

function anImport(count: number, steps: number): MappingHistory {
  let history = doCommand(
    emptyMappingHistory,
    { type: 'import', title: 'file', mappings: rows(count) },
    context,
  );
  for (let step = 1; step < steps; step += 1) {
    const id = history.state.mappings[(step * 37) % history.state.mappings.length]?.id ?? '';
    history = doCommand(history, { type: 'set-note', id, note: `step ${step}` }, context);
  }
  return history;
}

describe('a stored history', () => {
  it('gives 10,000 mappings and 200 steps back, each to be undone, within one request', async () => {
    const history = anImport(manyMappings, 200);
    const text = JSON.stringify(packHistory(history));
    expect((await compressText(text)).length).toBeLessThan(largestBodyBytes / 2);
    let loaded = unpackHistory(storedHistorySchema.parse(JSON.parse(text)));
    expect(loaded).toEqual(history);
    for (let step = 0; step < 200; step += 1) loaded = undo(loaded);
    expect(loaded.state).toEqual({ mappings: [], unmappedOnPurpose: [] });
    for (let step = 0; step < 200; step += 1) loaded = redo(loaded);
    expect(loaded.state).toEqual(history.state);
  });

  it('keeps steps that each touch 10,000 mappings in a few bytes', () => {
    let history = anImport(manyMappings, 1);
    const before = JSON.stringify(packHistory(history)).length;
    history = doCommand(history, { type: 'clear' }, context);
    history = undo(history);
    history = doCommand(
      history,
      { type: 'disconnect-many', ids: history.state.mappings.map(({ id }) => id) },
      context,
    );
    history = undo(history);
    expect(JSON.stringify(packHistory(history)).length - before).toBeLessThan(200);
    expect(unpackHistory(stored(history))).toEqual(history);
  });

  it('forgets the oldest steps first when it cannot keep all', () => {
    let history = emptyMappingHistory;
    for (let step = 0; step < 8; step += 1) {
      const mappings = rows(manyMappings, `v${step}x`);
      history = doCommand(history, { type: 'import', title: `file ${step}`, mappings }, context);
    }
    const kept = unpackHistory(stored(history));
    expect(kept.state).toEqual(history.state);
    expect(kept.undo.map(({ label }) => label)).toEqual(history.undo.slice(-6).map(({ label }) => label));
    expect(undo(kept).state).toEqual(undo(history).state);
  });

  it('keeps marks, steps to redo and unfinished code', () => {
    let history = anImport(3, 3);
    history = doCommand(history, { type: 'leave-out', ids: [history.state.mappings[1]?.id ?? ''] }, context);
    history = doCommand(history, { type: 'mark-unmapped', paths: ['data.left'] }, context);
    history = doCommand(history, { type: 'unmark', paths: ['data.left'] }, context);
    history = undo({ ...history, codeText: 'source,target\n' });
    expect(unpackHistory(stored(history))).toEqual(history);
  });

  it('reads one whose steps were written out in full', () => {
    const history = anImport(5, 4);
    const full: unknown = JSON.parse(JSON.stringify(history));
    expect(unpackHistory(storedHistorySchema.parse(full))).toEqual(history);
  });

  it('is not led astray by numbers that lead nowhere', () => {
    const { state } = anImport(2, 1);
    const step = { label: 'odd', remove: [1, 1_000_000], put: [0, 7, 3], unmark: [9, 9], mark: [0, 4, 4] };
    const loaded = unpackHistory(
      storedHistorySchema.parse({ state, rows: [], texts: [], undo: [step], redo: [step] }),
    );
    expect(loaded.undo).toEqual([
      {
        label: 'odd',
        restore: { type: 'restore', remove: [state.mappings[1]?.id], put: [], unmark: [], mark: [] },
      },
    ]);
    expect(loaded.redo).toEqual([]);
  });
});
