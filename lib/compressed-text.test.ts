import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compressText, expandText } from './compressed-text';

describe('compressed texts', () => {
  it('come back as they were', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 2_000 }), async (text) => {
        expect(await expandText(await compressText(text), 100_000)).toBe(text);
      }),
    );
  });

  it('are refused as soon as they grow beyond the limit', async () => {
    const bomb = await compressText('x'.repeat(5_000_000));
    expect(bomb.length).toBeLessThan(10_000);
    expect(await expandText(bomb, 4_999_999)).toBeUndefined();
    expect(await expandText(bomb, 5_000_000)).toHaveLength(5_000_000);
  });

  it.each([
    ['no base64', 'ä'],
    ['no gzip', btoa('hello')],
    ['an empty text', ''],
    ['a gzip that breaks off', 'H4sIAAAAAAAAA0tMTAQA'],
    ['no text inside', 'H4sIAAAAAAAAA/sPACU8ebIBAAAA'],
  ])('are refused when they are %s', async (_, compressed) => {
    expect(await expandText(compressed, 1_000)).toBeUndefined();
  });
});
