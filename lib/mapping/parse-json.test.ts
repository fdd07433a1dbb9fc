import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonNode, JsonTextError, parseJsonText } from './parse-json';

function plainValue(node: JsonNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'array') return node.items.map(plainValue);
  return Object.fromEntries(node.members.map(({ name, value }) => [name, plainValue(value)]));
}

function failureOf(text: string): { position: number; message: string } {
  try {
    parseJsonText(text);
  } catch (error) {
    if (error instanceof JsonTextError) return { position: error.position, message: error.message };
    throw error;
  }
  throw new Error(`${text} was read`);
}

describe('JSON with positions', () => {
  it('reads what JSON.parse reads, with any spacing', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2, '\t'), (json, space) => {
        const value: unknown = JSON.parse(json);
        expect(plainValue(parseJsonText(JSON.stringify(value, null, space)))).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it('refuses what JSON.parse refuses', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'[]{},:"\\ab1-.0e\n\u0001\u0085')), (characters) => {
        const text = characters.join('');
        const reads = (read: (text: string) => unknown) => {
          try {
            read(text);
            return true;
          } catch {
            return false;
          }
        };
        expect(reads(parseJsonText)).toBe(reads(JSON.parse));
      }),
      { numRuns: 5_000 },
    );
  });

  it('names places', () => {
    expect(parseJsonText(' ["a", {"b": 1}] ')).toEqual({
      kind: 'array',
      from: 1,
      to: 16,
      items: [
        { kind: 'scalar', value: 'a', from: 2, to: 5 },
        {
          kind: 'object',
          from: 7,
          to: 15,
          members: [
            { name: 'b', nameFrom: 8, nameTo: 11, value: { kind: 'scalar', value: 1, from: 13, to: 14 } },
          ],
        },
      ],
    });
  });

  it.each([
    ['', 0, 'The text ends where a value belongs.'],
    ['[1,]', 2, 'Nothing follows this comma. Remove it.'],
    ['[1 2]', 3, 'A comma or ] belongs here.'],
    ['{"a" 1}', 5, 'A colon belongs here.'],
    ['{a: 1}', 1, 'A name in quotation marks belongs here.'],
    ['["a', 1, 'This text is not closed, or holds a line break. Add the missing quotation mark.'],
    ['[] x', 3, 'The JSON has ended before this.'],
    ['['.repeat(100_000), 101, 'This is nested deeper than 100 levels.'],
  ])('%.12s fails where it stops being JSON', (text, position, message) => {
    expect(failureOf(text)).toEqual({ position, message });
  });
});
