import { describe, expect, it } from 'vitest';
import type { FieldMapping } from '@/lib/mapping/mapping';
import { comparePreviews } from './compare-previews';
import { compilePreview } from './compile-preview';
import { groupReasons, previewRecord } from './preview-sample';

const schema = {
  type: 'object',
  required: ['_id'],
  properties: {
    _id: { type: 'string' },
    _t: {
      type: 'object',
      properties: {
        mail: { type: 'string', format: 'email' },
        status: { type: 'string', enum: ['paid', 'open'] },
        made: { type: 'string', format: 'date-time' },
        amount: { type: 'integer', maximum: 1_000 },
      },
    },
  },
};
const row = (id: string, source: string, target: string, kind: FieldMapping['kind'] = 'attribute') => ({
  id,
  kind,
  source,
  target,
});
const mappings = [
  row('id', 'data.id', '_id'),
  row('mail', 'data.email', '_t.mail'),
  row('status', 'lower(data.status)', '_t.status', 'expression'),
  row('amount', 'data.amount', '_t.amount'),
];
const preview = compilePreview(mappings, schema);
const outcome = (record: unknown) => previewRecord(preview, mappings, record, 0);

describe('previewRecord', () => {
  it('gives the mapped record and takes one that fits', () => {
    const { data, ...rest } = outcome({ data: { id: 'a', email: 'a@b.c', status: 'PAID', amount: '7' } });
    expect(JSON.parse(JSON.stringify(data))).toEqual({
      _id: 'a',
      _t: { mail: 'a@b.c', status: 'paid', amount: 7 },
    });
    expect(rest).toEqual({ problems: [], outcome: 'accepted' });
  });

  it('tells a rejection from a field that is left out, and which row caused it', () => {
    expect(outcome({ data: { email: 'nobody', status: 'paid', amount: 'many' } })).toMatchObject({
      outcome: 'rejected',
      problems: [
        { mappingId: 'amount', path: '_t.amount', isRejecting: false, isUncertain: false },
        { mappingId: 'id', path: '_id', isRejecting: true },
        { mappingId: 'mail', path: '_t.mail', isRejecting: true },
      ],
    });
  });

  it('does not judge what masking may have broken', () => {
    expect(outcome({ data: { id: 'a', email: '•••', status: '•••••' } })).toMatchObject({
      outcome: 'uncertain',
      problems: [
        { mappingId: 'mail', isRejecting: true, isUncertain: true },
        { mappingId: 'status', isRejecting: true, isUncertain: true },
      ],
    });
  });

  it('groups the reasons of many records, rejections and frequent ones first', () => {
    const records = [
      { data: { id: 'a', status: 'lost', amount: 'many' } },
      { data: { id: 'b', status: 'lost', amount: 5_000 } },
      { data: { id: 'c', status: 'paid', amount: 'many' } },
    ].map(outcome);
    expect(
      groupReasons(records).map(({ mappingId, isRejecting, records: at }) => [mappingId, isRejecting, at]),
    ).toEqual([
      ['status', true, [0, 1]],
      ['amount', true, [1]],
      ['amount', false, [0, 2]],
    ]);
  });

  it('is a matter of far less than a frame for one record', () => {
    const record = { data: { id: 'a', email: 'a@b.c', status: 'PAID', amount: '7' } };
    outcome(record);
    const startMs = performance.now();
    for (let at = 0; at < 100; at += 1) outcome(record);
    expect((performance.now() - startMs) / 100).toBeLessThan(8);
  });
});

describe('comparePreviews', () => {
  it('finds the field that differs, and not the object around it', () => {
    const rows = [row('all', 'data', '_t'), row('mail', 'data.email', '_t.mail')];
    expect(comparePreviews(rows, [{ _t: { mail: 'a', x: 1 } }], [{ _t: { x: 1, mail: 'b' } }])).toEqual([
      { mappingId: 'mail', record: 0, path: '_t.mail', local: 'a', platform: 'b' },
    ]);
  });

  it('takes nothing and null, and one moment in two spellings, for the same', () => {
    const rows = [row('made', 'data.made', '_t.made'), row('mail', 'data.email', '_t.mail')];
    const ours = { _t: { made: '2026-11-21T00:00:00.000Z' } };
    expect(comparePreviews(rows, [ours], [{ _t: { made: '2026-11-21T00:00:00Z', mail: null } }])).toEqual([]);
  });

  it('leaves out what is another value each time', () => {
    expect(
      comparePreviews([row('id', 'uuid()', '_id', 'expression')], [{ _id: 'a' }], [{ _id: 'b' }]),
    ).toEqual([]);
  });
});
