import { describe, expect, it } from 'vitest';
import { readCatalog } from '@/e2e/emulator/catalog/catalog-state';
import { findDataset } from '@/e2e/emulator/catalog/lookup';
import { resolveSchema } from './lookup';
import { isObject, type JsonSchema } from './registry-state';
import { sampleRecord } from './sample-data';
import { seedDemo, seedSynthetic } from './seed-demo';
import { createHarness } from './service-harness';
import { validateRecord } from './validate-record';

function countFields(schema: JsonSchema): number {
  const children = Object.values(schema.properties ?? {});
  const items = schema.items === undefined ? 0 : countFields(schema.items);
  return children.reduce((sum, child) => sum + 1 + countFields(child), items);
}

describe('the demo content', () => {
  it('has three schemas with datasets, primary identities and hundreds of fields, and their samples are valid', () => {
    const { organisation, sandbox, newId, nowMs } = createHarness();
    seedDemo(organisation, sandbox(), newId, nowMs());
    const datasets = Object.values(readCatalog(sandbox()).dataSets);
    const facts = datasets.map(({ id, name, classification }) => {
      const schema = resolveSchema(organisation, sandbox(), findDataset(sandbox(), id)?.schemaId ?? '') ?? {};
      const sample = sampleRecord(schema);
      return {
        name,
        behavior: classification.dataBehavior,
        fields: countFields(schema),
        problems: validateRecord(schema, sample),
        tenant: isObject(sample) && '_testtenant' in sample,
      };
    });
    expect(facts).toEqual([
      { name: 'Customer profiles', behavior: 'record', fields: 273, problems: [], tenant: false },
      { name: 'Commerce events', behavior: 'time-series', fields: 307, problems: [], tenant: true },
      { name: 'Consent records', behavior: 'record', fields: 44, problems: [], tenant: true },
    ]);
  });

  it('can add a dataset of the generated schema, resolved fast enough to be asked for often', () => {
    const { organisation, sandbox, newId, nowMs } = createHarness();
    seedSynthetic(organisation, sandbox(), newId, nowMs());
    const [dataset] = Object.values(readCatalog(sandbox()).dataSets);
    const schemaId = dataset?.schemaRef.id ?? '';
    const first = resolveSchema(organisation, sandbox(), schemaId);
    expect(countFields(first ?? {})).toBe(11_112);
    const startedMs = performance.now();
    for (let round = 0; round < 1000; round += 1) {
      expect(resolveSchema(organisation, sandbox(), schemaId)).toBe(first);
    }
    expect(performance.now() - startedMs).toBeLessThan(1000);
  });
});
