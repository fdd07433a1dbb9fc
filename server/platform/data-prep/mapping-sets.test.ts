import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator } from '@/e2e/emulator/emulator';
import type { PlatformContext } from '../platform-context';
import { createTarget, demoContext } from '../test-support';
import {
  createMappingSet,
  findMappingSets,
  getMappingSet,
  previewMappingSet,
  validateMappingSet,
} from './mapping-sets';

const emulator = createEmulator({ quiet: true, pageSize: 20 });
let baseUrl: string;
let ctx: PlatformContext;

beforeAll(async () => {
  baseUrl = (await emulator.listen(0)).url;
  ctx = demoContext(baseUrl, emulator.control.nowMs);
});
afterAll(() => emulator.close());

describe('mappings', () => {
  it('are validated row by row, previewed, stored and found', async () => {
    const { tenant, schema, mappingSetBody } = await createTarget(ctx, 'Mapping');
    const wrong = {
      ...mappingSetBody,
      mappings: [
        ...mappingSetBody.mappings,
        { sourceType: 'EXPRESSION', source: 'concat(', destination: `${tenant}.charge.email` },
      ],
    };
    const verdicts = await validateMappingSet(ctx, wrong);
    expect(verdicts.map(({ ok }) => ok)).toEqual([true, true, true, false]);
    expect(verdicts[3]).toMatchObject({ message: expect.any(String) });

    const records = [{ data: { id: 'ch_1', amount: 1099 } }, { data: { id: 'ch_2', amount: 5 } }];
    const previewed = await previewMappingSet(ctx, { records, mappingSet: mappingSetBody });
    expect(previewed).toEqual([
      { data: { _id: 'ch_1', [tenant]: { charge: { id: 'ch_1', amount: 1099 } } }, errors: [] },
      { data: { _id: 'ch_2', [tenant]: { charge: { id: 'ch_2', amount: 5 } } }, errors: [] },
    ]);

    const created = await createMappingSet(ctx, { ...mappingSetBody, name: 'Charges ~marker6' });
    expect(created.version).toBe(0);
    const mappingSet = await getMappingSet(ctx, created.id, created.version);
    expect(mappingSet).toMatchObject({
      id: created.id,
      version: 0,
      schemaId: schema.id,
      mappings: [
        { source: 'data.id', destination: '_id' },
        { source: 'data.id', destination: `${tenant}.charge.id` },
        { source: 'data.amount', destination: `${tenant}.charge.amount` },
      ],
    });
    const found = await findMappingSets(ctx, { schemaId: schema.id });
    expect(found).toEqual({ items: [expect.objectContaining({ id: created.id })], complete: true });
    expect((await findMappingSets(ctx, { name: 'Charges ~marker6' })).items.map(({ id }) => id)).toEqual([
      created.id,
    ]);
  });
});
