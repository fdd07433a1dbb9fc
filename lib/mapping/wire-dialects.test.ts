import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import { onetrust } from '@/lib/sources/onetrust';
import { stripe } from '@/lib/sources/stripe';
import type { FieldMapping } from './mapping';
import { presetMappings } from './preset';
import { fromWireRows, toWireRows } from './wire-dialects';

const mapping: fc.Arbitrary<FieldMapping> = fc.record(
  {
    id: fc.string({ minLength: 1, maxLength: 8 }),
    kind: fc.constantFrom('attribute' as const, 'expression' as const, 'constant' as const),
    source: fc.constantFrom('data.id', 'items[*].sku', 'concat(a, b)', 'stripe.charge'),
    target: fc.constantFrom('_id', '_tenant.charges_data.id'),
    name: fc.constantFrom('id', 'x'),
    description: fc.constantFrom('A field'),
  },
  { requiredKeys: ['id', 'kind', 'source', 'target'] },
);

describe('the wire forms of a row', () => {
  it('read back as what was written, in either dialect', () => {
    fc.assert(
      fc.property(
        fc.array(mapping, { maxLength: 8 }),
        fc.constantFrom('source', 'sourceAttribute'),
        (rows, dialect) => {
          expect(fromWireRows(toWireRows(rows, dialect))).toEqual({
            mappings: rows.map(({ id: _, ...rest }) => rest),
            problems: [],
          });
        },
      ),
    );
  });

  it('are the documented ones', () => {
    const rows: FieldMapping[] = [
      { id: '1', kind: 'attribute', source: 'data.id', target: '_t.id' },
      { id: '2', kind: 'expression', source: 'upper(data.id)', target: '_t.up' },
      { id: '3', kind: 'constant', source: 'stripe', target: '_t.from', note: 'ours' },
    ];
    expect(toWireRows(rows, 'sourceAttribute')).toEqual([
      { destinationXdmPath: '_t.id', sourceAttribute: 'data.id', identity: false, version: 0 },
      { sourceType: 'EXPRESSION', source: 'upper(data.id)', destination: '_t.up' },
      { sourceType: 'STATIC', source: 'stripe', destination: '_t.from' },
    ]);
    expect(toWireRows(rows.slice(0, 1), 'source')).toEqual([
      { sourceType: 'ATTRIBUTE', source: 'data.id', destination: '_t.id' },
    ]);
  });

  it('are read as the server answers them, and unreadable rows are named', () => {
    expect(
      fromWireRows([
        {
          id: '394bec970d54410b98e1d4c55a3843ca',
          sourceType: 'text/x.schema-path',
          source: 'firstName',
          destination: 'person.name.firstName',
          sourceAttribute: 'firstName',
          destinationXdmPath: 'person.name.firstName',
          matchScore: 0,
        },
        { sourceAttribute: 'a + b', destinationXdmPath: 'x' },
        null,
        { source: 'a' },
      ]),
    ).toEqual({
      mappings: [
        { kind: 'attribute', source: 'firstName', target: 'person.name.firstName' },
        { kind: 'expression', source: 'a + b', target: 'x' },
      ],
      problems: ['Row 3 names no source or no target.', 'Row 4 names no source or no target.'],
    });
  });
});

function schemaWith(paths: readonly string[]): object {
  const root: { properties: Record<string, unknown> } = { properties: {} };
  for (const path of paths) {
    let node = root;
    for (const name of path.split('.')) {
      const next = (node.properties[name] ?? { properties: {} }) as typeof root;
      node.properties[name] = next;
      node = next;
    }
  }
  return root;
}

describe('a published preset', () => {
  it('becomes 36 rows of charges under the tenant', () => {
    const preset = stripe.presets[0] ?? { resourcePath: '', title: '', rows: [] };
    const sourceTree = buildSchemaTree(schemaWith(preset.rows.map((row) => row.source)));
    const targetTree = buildSchemaTree(schemaWith(preset.rows.map((row) => `_acme.${row.target}`)));
    const result = presetMappings(preset, { tenantId: 'acme', sourceTree, targetTree });
    expect(result.mappings).toHaveLength(36);
    expect(result.mappings[0]).toEqual({
      kind: 'attribute',
      source: 'data.id',
      target: '_acme.charges_data.id',
    });
    expect([result.missingSources, result.missingTargets]).toEqual([[], []]);
  });

  it('keeps standard fields outside the tenant and names what is missing', () => {
    const preset = onetrust.presets[0] ?? { resourcePath: '', title: '', rows: [] };
    const sourceTree = buildSchemaTree(schemaWith(['content.Identifier', 'content.Language']));
    const targetTree = buildSchemaTree(schemaWith(['_id', '_acme.Identifier']));
    const result = presetMappings(preset, { tenantId: 'acme', sourceTree, targetTree });
    expect(result.mappings.map(({ source, target }) => `${source} → ${target}`)).toEqual([
      'content.Identifier → _id',
      'content.Identifier → _acme.Identifier',
    ]);
    expect(result.missingSources).toEqual([
      'content.CreatedDate',
      'content.LastUpdatedDate',
      'content.DataElements',
      'content.Purposes',
    ]);
    expect(result.missingTargets).toContain('_acme.Language');
  });
});
