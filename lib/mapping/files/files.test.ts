import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import type { FieldMapping } from '../mapping';
import { fromCsvCell, parseCsvText, printCsvRow } from './csv-text';
import { decodeFile, maximumFileBytes } from './decode-file';
import { exportMappings } from './export-mappings';
import { readImport } from './read-import';

const text = { type: 'string' };
const trees = {
  sourceTree: buildSchemaTree({
    type: 'object',
    properties: { data: { type: 'object', properties: { id: text, email: text, name: text } } },
  }),
  targetTree: buildSchemaTree({
    type: 'object',
    properties: {
      _id: text,
      _acme: { type: 'object', properties: { id: text, email: text, name: text, kind: text } },
    },
  }),
  tenantRoot: '_acme',
};

const row = (id: string, source: string, target: string, more: Partial<FieldMapping> = {}): FieldMapping => ({
  id,
  kind: 'attribute',
  source,
  target,
  ...more,
});

describe('CSV', () => {
  test('cells come back as they went in, whatever is in them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), {
          minLength: 1,
          maxLength: 8,
        }),
        (rows) => {
          // The first line decides the delimiter, as the header does in a real file.
          const printed =
            printCsvRow(['a', 'b', 'c', 'd', 'e']) + rows.map((cells) => printCsvRow(cells)).join('');
          const read = parseCsvText(printed).slice(1);
          const expected = rows.filter((cells) => cells.some((cell) => cell !== ''));
          expect(read.map(({ cells }) => cells.map((cell) => fromCsvCell(cell.text)))).toEqual(expected);
        },
      ),
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1"])(
    '%j is no formula for a spreadsheet',
    (cell) => {
      const printed = printCsvRow([cell]);
      expect(printed.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  test.each([
    ['commas and CRLF', 'source,destination\r\ndata.id,_id\r\n'],
    ['semicolons and CR', 'source;destination\rdata.id;_id\r'],
    ['tabs and LF, pasted from a sheet', 'source\tdestination\ndata.id\t_id'],
    ['a mark and quotes', '\uFEFF"source","destination"\n"data.id","_id"\n\n'],
    ['the words of the screens', 'Source field,Target field\ndata.id,_id'],
  ])('%s are read', (_name, file) => {
    const { rows, problems } = readImport(file.replace('\uFEFF', ''), [], trees);
    expect(problems).toEqual([]);
    expect(rows.map(({ line, status, mapping }) => [line, status, mapping])).toEqual([
      [2, 'added', { kind: 'attribute', source: 'data.id', target: '_id' }],
    ]);
  });

  test.each([
    ['', [{ line: 1, sentence: 'There are no rows.' }]],
    [
      'a,b\n1,2',
      [
        { line: 1, column: 1, sentence: 'The column “a” is not known and is left out.' },
        { line: 1, column: 2, sentence: 'The column “b” is not known and is left out.' },
        {
          line: 1,
          sentence:
            'There is no column “source”. The first line names the columns: sourceType, source, destination.',
        },
        {
          line: 1,
          sentence:
            'There is no column “destination”. The first line names the columns: sourceType, source, destination.',
        },
      ],
    ],
    [
      'source,destination\ndata.id,_id,more',
      [{ line: 2, column: 3, sentence: 'This line has 3 cells where the first line has 2.' }],
    ],
    [
      'source,destination\n"data.id,_id',
      [{ line: 2, column: 1, sentence: 'A quotation mark is opened here and never closed.' }],
    ],
    [
      'source,destination\n,_id\ndata.id,',
      [
        { line: 2, sentence: 'This row names no source. Fill the column “source”.' },
        { line: 3, sentence: 'This row names no target. Fill the column “destination”.' },
      ],
    ],
    [
      'sourceType,source,destination\nMAGIC,data.id,_id',
      [{ line: 2, column: 1, sentence: '“MAGIC” is no kind of source: ATTRIBUTE, EXPRESSION or STATIC.' }],
    ],
  ])('%j is refused at its place', (file, expected) => {
    expect(readImport(file, [], trees)).toEqual({ rows: [], problems: expected });
  });
});

test('a file is compared with what is there: added, changed, same and refused', () => {
  const present = [
    row('1', 'data.id', '_acme.id'),
    row('2', 'data.id', '_acme.email', { note: 'ask Ben', description: 'kept' }),
  ];
  const file = [
    'source,destination',
    'data.id,_acme.id',
    'data.email,_acme.email',
    'data.name,_acme.name',
    'data.name,_acme.name',
    'data.none,_id',
    'data.name,_acme.none',
    'data.name,__proto__',
  ].join('\n');
  const { rows, problems } = readImport(file, present, trees);
  expect(problems).toEqual([]);
  expect(
    rows.map(({ line, status, sentence }) => [line, status, status === 'refused' ? sentence : '']),
  ).toEqual([
    [2, 'same', ''],
    [3, 'changed', ''],
    [4, 'added', ''],
    [5, 'refused', 'Line 4 fills “_acme.name” already.'],
    [6, 'refused', 'The source has no field “data.none”.'],
    [7, 'refused', 'The target schema has no field “_acme.none”.'],
    [8, 'refused', 'The target schema has no field “__proto__”.'],
  ]);
  expect(rows[1]?.mapping).toEqual({
    kind: 'attribute',
    source: 'data.email',
    target: '_acme.email',
    note: 'ask Ben',
    description: 'kept',
  });
});

const kinds = fc.constantFrom('attribute' as const, 'expression' as const, 'constant' as const);
const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const anyMapping = fc.record(
  { kind: kinds, source: texts, target: texts, name: texts, description: texts, note: texts },
  { requiredKeys: ['kind', 'source', 'target'] },
);

describe.each(['csv', 'json'] as const)('a %s file', (form) => {
  test('holds every mapping as it was', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyMapping, { selector: ({ target }) => target, maxLength: 12 }),
        (mappings) => {
          const state = {
            mappings: mappings.map((mapping, at) => ({ ...mapping, id: `m${at}` })),
            unmappedOnPurpose: [],
          };
          const file = exportMappings(form, 'Any', state);
          const decoded = decodeFile(new TextEncoder().encode(file.text));
          expect(decoded.ok).toBe(true);
          const { rows, problems } = readImport(decoded.ok ? decoded.text : '', state.mappings, trees);
          expect(problems).toEqual([]);
          expect(rows.map(({ mapping }) => mapping)).toEqual(mappings);
        },
      ),
    );
  });
});

test('Markdown has the comments, and nothing in it becomes markup', () => {
  const state = {
    mappings: [
      row('1', 'data.id', '_acme.id', {
        note: '# not | a [heading](http://x) <img>',
        comments: [{ id: 'c', text: '**why** this?', authorName: 'Ana', atMs: 0 }],
      }),
    ],
    unmappedOnPurpose: ['data.name'],
  };
  expect(exportMappings('markdown', 'Überweisungen: “A/B”', state)).toEqual({
    fileName: 'uberweisungen-a-b-mappings.md',
    type: 'text/markdown;charset=utf-8',
    text: [
      '# Mappings of Überweisungen: “A/B”',
      '',
      '| Target | Source | Note |',
      '|---|---|---|',
      '| `_acme.id` | `data.id` | \\# not \\| a \\[heading\\](http://x) \\<img\\> |',
      '',
      '## Comments',
      '',
      '### `_acme.id`',
      '',
      '- **Ana**, 1970-01-01: \\*\\*why\\*\\* this?',
      '',
      '## Left out on purpose',
      '',
      '- `data.name`',
      '',
    ].join('\n'),
  });
});

describe('bytes', () => {
  const utf16 = (content: string, littleEndian: boolean) => {
    const view = new DataView(new ArrayBuffer((content.length + 1) * 2));
    for (const [at, character] of [...`\uFEFF${content}`].entries()) {
      view.setUint16(at * 2, character.charCodeAt(0), littleEndian);
    }
    return new Uint8Array(view.buffer);
  };

  test.each([
    ['UTF-8', new TextEncoder().encode('source,é')],
    ['UTF-8 with a mark', new TextEncoder().encode('\uFEFFsource,é')],
    ['UTF-16, little end first', utf16('source,é', true)],
    ['UTF-16, big end first', utf16('source,é', false)],
  ])('%s are text', (_name, bytes) => {
    expect(decodeFile(bytes)).toEqual({ ok: true, text: 'source,é' });
  });

  test.each([
    [new Uint8Array(), 'The file is empty.'],
    [new Uint8Array(maximumFileBytes + 1), 'at most'],
    [new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]), 'Save it as “CSV UTF-8”'],
    [new Uint8Array([0x61, 0x0a, 0x62, 0x0a, 0xe9, 0x0a]), 'Line 3 holds bytes that are no UTF-8'],
  ])('%# is refused with what to do', (bytes, sentence) => {
    const decoded = decodeFile(bytes);
    expect(decoded.ok ? '' : decoded.sentence).toContain(sentence);
  });
});

test('a megabyte of rows is read', { timeout: 20_000 }, () => {
  const lines = Array.from({ length: 30_000 }, (_, at) => `data.id,_acme.unknown_field_${at}`);
  const { rows } = readImport(['source,destination', ...lines].join('\n'), [], trees);
  expect(rows.filter(({ status }) => status === 'refused')).toHaveLength(30_000);
});

test('JSON that is none is refused at its line and column', () => {
  expect(readImport('{\n  "mappings": [\n    { "source": 1 }\n', [], trees).problems).toEqual([
    expect.objectContaining({ line: 4 }),
  ]);
  expect(readImport('{ "rows": [] }', [], trees).problems).toEqual([
    { line: 1, column: 1, sentence: 'There is no list of mappings: [ … ] or { "mappings": [ … ] }.' },
  ]);
  expect(readImport('[\n 7,\n { "source": 1, "destination": "_id" }]', [], trees).problems).toEqual([
    { line: 2, column: 2, sentence: 'A row is an object with a source and a destination.' },
    { line: 3, column: 14, sentence: '“source” is a text in quotation marks.' },
  ]);
});
