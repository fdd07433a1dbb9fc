import { describe, expect, it } from 'vitest';
import {
  formatBytes,
  formatCompactCount,
  formatCount,
  formatList,
  formatPlural,
  formatShare,
} from './numbers';

describe('numbers for people', () => {
  it('separates thousands and shows a dash for what is not known', () => {
    expect([0, 999, 1000, 1_234_567, undefined, Number.NaN].map(formatCount)).toEqual([
      '0',
      '999',
      '1,000',
      '1,234,567',
      '–',
      '–',
    ]);
  });

  it('shortens large counts', () => {
    expect([950, 1200, 3_450_000].map(formatCompactCount)).toEqual(['950', '1.2K', '3.5M']);
  });

  it('never rounds something to nothing nor almost all to all', () => {
    expect([0, 0.0001, 0.125, 0.9999, 1].map(formatShare)).toEqual([
      '0%',
      '<0.1%',
      '12.5%',
      '>99.9%',
      '100%',
    ]);
  });

  it('uses the singular for one only', () => {
    expect([0, 1, 2, 1000].map((count) => formatPlural(count, 'dataflow'))).toEqual([
      '0 dataflows',
      '1 dataflow',
      '2 dataflows',
      '1,000 dataflows',
    ]);
    expect(formatPlural(2, 'entry', 'entries')).toBe('2 entries');
  });

  it('chooses the unit of a size by steps of a thousand', () => {
    expect([0, 1, 999, 1000, 1_500_000, 2e15, -1].map(formatBytes)).toEqual([
      '0 bytes',
      '1 byte',
      '999 bytes',
      '1 kB',
      '1.5 MB',
      '2,000 TB',
      '–',
    ]);
  });

  it('joins a list the way a sentence does', () => {
    expect([['a'], ['a', 'b'], ['a', 'b', 'c']].map(formatList)).toEqual(['a', 'a and b', 'a, b and c']);
  });
});
