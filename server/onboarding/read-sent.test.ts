import { describe, expect, test } from 'vitest';
import { AppFailure } from '@/lib/app-error';
import { compressText } from '@/lib/compressed-text';
import { emptyMappingHistory, type MappingHistory } from '@/lib/mapping/mapping';
import { packHistory } from '@/lib/mapping/stored-history';
import { readSentHistory } from './read-sent';

const history: MappingHistory = {
  ...emptyMappingHistory,
  state: {
    mappings: Array.from({ length: 30_000 }, (_, at) => ({
      id: `m${at}`,
      kind: 'attribute' as const,
      source: `data.field${at}`,
      target: `_acme.target${at}`,
    })),
    unmappedOnPurpose: [],
  },
};

const refusalOf = async (sent: string) => {
  const error: unknown = await readSentHistory(sent).catch((thrown: unknown) => thrown);
  return error instanceof AppFailure ? error.error : error;
};

describe('the mappings that a browser sends', () => {
  test('are the same compressed and as they are', async () => {
    const stored = packHistory(history);
    const text = JSON.stringify(stored);
    expect(await readSentHistory(text)).toEqual(stored);
    expect(await readSentHistory(await compressText(text))).toEqual(stored);
  });

  test.each([
    ['no JSON', '{"state":'],
    ['neither JSON nor compressed', 'mappings'],
  ])('are refused as a whole when they are %s', async (_, sent) => {
    expect(await refusalOf(sent)).toEqual({
      kind: 'invalid-input',
      fieldErrors: { mapping: 'These mappings could not be read.' },
    });
  });

  test('are refused when a few kilobytes would grow to tens of megabytes', async () => {
    const bomb = await compressText(JSON.stringify({ state: ' '.repeat(40_000_000) }));
    expect(bomb.length).toBeLessThan(100_000);
    expect(await refusalOf(bomb)).toMatchObject({ kind: 'invalid-input' });
  });

  test('are refused when text in them cannot be stored', async () => {
    const stored = packHistory({
      ...emptyMappingHistory,
      state: { mappings: [], unmappedOnPurpose: ['data.\0'] },
    });
    expect(await refusalOf(JSON.stringify(stored))).toMatchObject({ kind: 'invalid-input' });
  });
});
