import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allCells, type Cell, cellGroups, furtherCells, subset } from './cells';
import { openShard } from './shard';
import type { CellResult } from './stage';

const cells = subset();
const results = new Map<string, CellResult>();
const waiting = new Map<string, (result: CellResult) => void>();
let shard: Awaited<ReturnType<typeof openShard>>;
let all: Promise<string[]>;

beforeAll(async () => {
  shard = await openShard({ seed: 42, lanes: 12 });
  all = shard.run(cells, (result) => {
    results.set(result.cell.id, result);
    waiting.get(result.cell.id)?.(result);
  });
});

afterAll(async () => {
  await all;
  await shard.close();
});

const resultOf = ({ id }: Cell): Promise<CellResult> => {
  const known = results.get(id);
  return known ? Promise.resolve(known) : new Promise((resolve) => waiting.set(id, resolve));
};

test('the matrix has 492 cells, each once', () => {
  const counts = cellGroups.map((group) => allCells().filter((cell) => cell.group === group).length);
  expect(counts).toEqual([192, 96, 19, 105, 80, 0]);
  expect(furtherCells()).toHaveLength(24 + 24 + 22 + 22 + 30 + 36);
  expect(new Set(allCells().map(({ id }) => id)).size).toBe(492);
});

describe('a part of the fault matrix', () => {
  test.each(cells)('$id: $title', { timeout: 240_000 }, async (cell) => {
    expect((await resultOf(cell)).violations).toEqual([]);
  });

  test('leaves an unbroken audit and no credential behind', { timeout: 240_000 }, async () => {
    expect(await all).toEqual([]);
  });
});
