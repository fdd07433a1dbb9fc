import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import type { NewFieldMapping } from './commands';
import { readCode } from './read-code';
import { toWireRows } from './wire-dialects';

const object = (properties: object) => ({ type: 'object', properties });
const trees = {
  sourceTree: buildSchemaTree(
    object({ data: object({ id: { type: 'string' }, tags: { type: 'array', items: { type: 'string' } } }) }),
  ),
  targetTree: buildSchemaTree(
    object({ _t: object({ id: { type: 'string' }, paid: { type: 'boolean' }, n: { type: 'integer' } }) }),
  ),
  tenantRoot: '_t',
};

/** Problems with the stretch of text they point at. */
function problemsOf(text: string) {
  return readCode(text, trees).problems.map(({ from, to, severity, sentence }) => [
    severity,
    text.slice(from, to),
    sentence,
  ]);
}

describe('the text of the code view', () => {
  it('gives back the rows that were written, in either form and inside a whole mapping set', () => {
    const row: fc.Arbitrary<NewFieldMapping> = fc.record(
      {
        kind: fc.constantFrom('attribute' as const, 'expression' as const, 'constant' as const),
        source: fc.constantFrom('data.id', 'nowhere.to.be.found', 'concat("a", \'b\')', '__proto__', '😀"'),
        target: fc.constantFrom('_t.id', '_t.n', '${a b}'),
        name: fc.constantFrom('n'),
        description: fc.string({ minLength: 1 }),
      },
      { requiredKeys: ['kind', 'source', 'target'] },
    );
    fc.assert(
      fc.property(
        fc.array(row),
        fc.constantFrom('source' as const, 'sourceAttribute' as const),
        fc.boolean(),
        (rows, dialect, wraps) => {
          // The short form is read by its look: only a path is a path.
          const written = rows.map((entry) =>
            entry.source.includes('"') && entry.kind === 'attribute'
              ? { ...entry, kind: 'constant' as const }
              : entry,
          );
          const wire = toWireRows(
            written.map((entry, at) => ({ ...entry, id: `m${at}` })),
            dialect,
          );
          const text = JSON.stringify(wraps ? { name: 'set', mappings: wire } : wire, null, 2);
          expect(readCode(text, trees).mappings).toEqual(written);
        },
      ),
    );
  });

  it('names the place of broken JSON and of rows that are none', () => {
    expect(problemsOf('[{"source": "data.id",}]')).toEqual([
      ['unreadable', ',', 'Nothing follows this comma. Remove it.'],
    ]);
    expect(problemsOf('{"rows": []}')).toEqual([
      ['unreadable', '{"rows": []}', 'The rows belong into a list: [ … ].'],
    ]);
    expect(
      problemsOf(
        '[1, {"source": "data.id"}, {"source": 5, "destination": "_t.id"}, {"sourceType": "X", "source": "a", "destination": ""}]',
      ),
    ).toEqual([
      ['unreadable', '1', 'A row is an object with a source and a destination.'],
      ['unreadable', '{"source": "data.id"}', 'This row names no destination. Add “destination”.'],
      ['unreadable', '5', '“source” is a text in quotation marks.'],
      ['unreadable', '"X"', '“sourceType” is ATTRIBUTE, EXPRESSION or STATIC.'],
      ['unreadable', '""', 'The destination is empty. Name a field of the target.'],
    ]);
  });

  it('names unknown fields, refused pairs, doubled targets and unknown names, and can be applied all the same', () => {
    const text = JSON.stringify([
      { sourceType: 'ATTRIBUTE', source: 'data.gone', destination: '_t.paid' },
      { sourceType: 'ATTRIBUTE', source: 'data.tags', destination: '_t.n', colour: 'red' },
      { sourceType: 'STATIC', source: 'x', destination: '_t.nowhere' },
      { sourceAttribute: 'data.id', destinationXdmPath: '_t.id', identity: false, version: 0 },
      { sourceAttribute: 'data.id', destinationXdmPath: '_t.id', identity: false, version: 0 },
    ]);
    expect(problemsOf(text)).toEqual([
      ['warning', '"colour"', '“colour” is no part of a row and is left out.'],
      ['error', '"data.gone"', 'The source has no field “data.gone”.'],
      [
        'error',
        '"_t.n"',
        'A list cannot go into a whole number. Calculate one value instead, such as with first() or join().',
      ],
      ['error', '"_t.nowhere"', 'The target schema has no field “_t.nowhere”.'],
      ['error', '"_t.id"', '“_t.id” is filled by more than one mapping. Keep one of them.'],
      ['error', '"_t.id"', '“_t.id” is filled by more than one mapping. Keep one of them.'],
    ]);
    expect(readCode(text, trees).mappings).toHaveLength(5);
  });
});
