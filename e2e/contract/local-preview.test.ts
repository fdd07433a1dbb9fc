import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyRows, compileRows } from '@/e2e/emulator/data-prep/compile-mapping';
import { readRow } from '@/e2e/emulator/data-prep/mapping-rows';
import type { JsonSchema } from '@/e2e/emulator/schema-registry/registry-state';
import { validateRecord } from '@/e2e/emulator/schema-registry/validate-record';
import { sources } from '@/e2e/emulator/sources/sources';
import type { FieldMapping } from '@/lib/mapping/mapping';
import { toWireRows } from '@/lib/mapping/wire-dialects';
import { compilePreview } from '@/lib/preview/compile-preview';
import { findRecordProblems } from '@/lib/preview/record-problems';
import { collectStatistics } from '@/lib/schema/statistics';

const nowMs = Date.parse('2026-11-21T12:00:00Z');
const createdAtMs = Date.parse('2026-03-01T08:30:00Z');
const records = sources.flatMap(({ streams }) =>
  streams.flatMap(({ record }) =>
    [0, 1, 2, 3].map((index) => record(index, createdAtMs + index * 86_400_000)),
  ),
);

const leaves: Record<string, JsonSchema> = {
  text: { type: 'string', maxLength: 30 },
  whole: { type: 'integer', minimum: 0, maximum: 5_000 },
  large: { type: 'integer', 'meta:xdmType': 'long' },
  decimal: { type: 'number' },
  truth: { type: 'boolean' },
  day: { type: 'string', format: 'date' },
  moment: { type: 'string', format: 'date-time' },
  mail: { type: 'string', format: 'email' },
  choice: { type: 'string', enum: ['succeeded', 'usd', 'y'] },
  code: { type: 'string', pattern: '^[a-z]{3}$' },
  texts: { type: 'array', items: { type: 'string' } },
  numbers: { type: 'object', additionalProperties: { type: 'integer' } },
};
const card: JsonSchema = {
  type: 'object',
  required: ['brand'],
  properties: { brand: { type: 'string' }, last4: { type: 'string' }, exp_year: { type: 'integer' } },
};
const schema: JsonSchema = {
  type: 'object',
  required: ['_id'],
  properties: {
    _id: { type: 'string' },
    _tenant: {
      type: 'object',
      properties: {
        ...leaves,
        card,
        'a.b': { type: 'string' },
        data: {
          type: 'object',
          properties: { ...leaves, card, id: { type: 'string' }, amount: { type: 'integer' } },
        },
        list: { type: 'array', items: { type: 'object', properties: { ...leaves, card } } },
      },
    },
  },
};

const fieldPaths = [...collectStatistics(records).keys()];
const sourcePath = fc.oneof(
  fc.constantFrom(...fieldPaths),
  fc.constantFrom(...fieldPaths.map((path) => path.replace('[*]', '[0]'))),
  fc.constantFrom(
    'data',
    'content',
    'content.Purposes',
    'content.Purposes[*].Id',
    'data.__proto__',
    'gone',
    'data.id.x',
  ),
);
const expression = fc.oneof(
  fc.constantFrom(
    'data.amount / 100.0',
    'lower(trim(data.billing_details.email))',
    'dformat(data.created * 1000, "yyyy-MM-dd\'T\'HH:mm:ss.SSSX")',
    'iif(data.status == "succeeded", true, false)',
    'concat(data.currency, "-", data.status)',
    'sha256(lower(content.Identifier), "UTF-8")',
    'split(data.billing_details.name, " ")',
    'content.Purposes[*].Status',
    'to_object("brand", "visa", "last4", data.payment_method_details.card.last4)',
    'date(content.LastUpdatedDate)',
    '1 / 0',
    'lower(',
    'null',
    'size_of(content.Purposes)',
  ),
  sourcePath.map((path) => `coalesce(${path}, "none")`),
);
const leafName = fc.constantFrom(...Object.keys(leaves), 'card', 'card.brand', 'card.exp_year', 'gone');
const target = fc.oneof(
  fc.constant('_id'),
  leafName.map((name) => `_tenant.${name}`),
  leafName.map((name) => `_tenant.data.${name}`),
  leafName.map((name) => `_tenant.list[*].${name}`),
  leafName.map((name) => `_tenant.list[1].${name}`),
  fc.constantFrom(
    '_tenant',
    '_tenant.data',
    '_tenant.list',
    '_tenant.list[0]',
    '_tenant.a\\.b',
    '_tenant.list.text',
    '',
  ),
);
const mapping: fc.Arbitrary<FieldMapping> = fc.oneof(
  fc.record({ id: fc.uuid(), kind: fc.constant('attribute' as const), source: sourcePath, target }),
  fc.record({ id: fc.uuid(), kind: fc.constant('expression' as const), source: expression, target }),
  fc.record({
    id: fc.uuid(),
    kind: fc.constant('constant' as const),
    source: fc.constantFrom('usd', '12', 'true', '2026-11-21', 'x y', '🙂'),
    target,
  }),
);
// One row a target: two are refused in the editor before anything is previewed.
const mappingSet = fc.uniqueArray(mapping, { maxLength: 12, selector: (row) => row.target });

function platformPreview(mappings: readonly FieldMapping[], record: unknown) {
  const rows = toWireRows(mappings, 'source').flatMap((row) => {
    const read = readRow({ ...row });
    return read.ok ? [read.row] : [];
  });
  return applyRows(compileRows(rows, schema, false), record, nowMs);
}

const bigintText = (_: string, part: unknown) => (typeof part === 'bigint' ? String(part) : part);
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value, bigintText));

const values: readonly unknown[] = [
  ...[0, 1, -1, 12.5, 1e21, 5_001, 9_007_199_254_740_993n, Number.NaN, true, false, null],
  ...[
    '',
    ' ',
    '12',
    ' 12 ',
    '12.5',
    '1e3',
    '0x10',
    'true',
    'Yes',
    'yes',
    'OFF',
    'usd',
    'USD',
    'a@b.c',
    'nobody',
  ],
  ...[
    '2026-11-21',
    '2026-02-30',
    '21.11.2026',
    '11/21/2026',
    '2026-11-21T10:00:00Z',
    '2026-11-21 10:00:00',
    '20261121',
  ],
  ...['x'.repeat(31), '🙂', '\u202eRTL', 'O\'Brien "x"', '__proto__'],
  ...[
    [],
    ['a', null, 1],
    [{ text: 1, gone: 2 }],
    [['a']],
    {},
    { text: 1, brand: 'visa', last4: 4242, n: '1' },
  ],
  JSON.parse('{"__proto__": "x", "text": "y", "constructor": 1}'),
];

describe('the local preview', () => {
  it('converts every kind of value into every kind of field as the platform does', () => {
    for (const value of values) {
      for (const name of [...Object.keys(leaves), 'card', 'data', 'list']) {
        for (const place of [`_tenant.${name}`, `_tenant.list[*].${name}`]) {
          if (place.endsWith('data') && place.includes('list')) continue;
          const rows: FieldMapping[] = [{ id: 'a', kind: 'attribute', source: 'v', target: place }];
          const local = compilePreview(rows, schema).map({ v: value }, nowMs);
          const platform = platformPreview(rows, { v: value });
          const label = `${String(JSON.stringify(value, bigintText))} into ${place}`;
          expect(plain(local.data), label).toEqual(plain(platform.data));
          expect(local.failures.length, label).toBe(platform.errors.length);
        }
      }
    }
  });

  it('makes of the sample records what the platform makes of them, and fails where it fails', () => {
    fc.assert(
      fc.property(mappingSet, fc.constantFrom(...records), (mappings, record) => {
        const local = compilePreview(mappings, schema).map(record, nowMs);
        const platform = platformPreview(mappings, record);
        expect(plain(local.data)).toEqual(plain(platform.data));
        const failed = new Set(platform.errors.map(({ destination }) => destination));
        const ours = new Set(
          local.failures.map(({ mappingId }) => mappings.find(({ id }) => id === mappingId)?.target ?? ''),
        );
        // A row without a target is refused before the platform's preview sees it.
        ours.delete('');
        expect([...ours].sort()).toEqual([...failed].sort());
      }),
      { numRuns: 300 },
    );
  });

  it('rejects the records that ingestion would reject, at the same places', () => {
    fc.assert(
      fc.property(mappingSet, fc.constantFrom(...records), (mappings, record) => {
        const preview = compilePreview(mappings, schema);
        const { data } = preview.map(record, nowMs);
        const ours = findRecordProblems(preview.target, data).map(({ path, rule }) => `${rule} ${path}`);
        const platform = validateRecord(schema, data).map(({ path, rule }) => `${rule} ${path}`);
        expect(ours.sort()).toEqual(platform.sort());
      }),
      { numRuns: 300 },
    );
  });
});
