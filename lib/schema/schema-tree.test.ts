import { describe, expect, it } from 'vitest';
import { parseFieldPath } from './field-path';
import { ancestorsOf, buildSchemaTree } from './schema-tree';

function outline(tree: ReturnType<typeof buildSchemaTree>): string[] {
  return tree.path.map(
    (path, id) => `${path}: ${tree.type[id]}${tree.itemType[id] ? ` of ${tree.itemType[id]}` : ''}`,
  );
}

describe('a schema tree', () => {
  it('lays fields out in pre-order with their places', () => {
    const tree = buildSchemaTree(
      {
        type: 'object',
        required: ['data'],
        properties: {
          data: {
            type: 'object',
            properties: {
              id: { type: 'string', title: 'Charge id' },
              when: { type: 'string', format: 'date-time' },
              amount: { type: 'integer', maximum: 9007199254740991 },
              any: {},
              tags: { type: 'array', items: { type: 'string' } },
              items: {
                type: 'array',
                items: { type: 'object', properties: { sku: { type: 'string', enum: ['a', 'b'] } } },
              },
              byKey: { type: 'object', additionalProperties: { type: 'integer' } },
              'a.b': { type: ['null', 'boolean'] },
            },
          },
          pageable: { type: 'object', properties: { size: {} } },
        },
      },
      { hide: ['pageable'] },
    );
    expect(outline(tree)).toEqual([
      'data: object',
      'data.id: string',
      'data.when: date-time',
      'data.amount: long',
      'data.any: unknown',
      'data.tags: array of string',
      'data.items: array of object',
      'data.items[*].sku: string',
      'data.byKey: map of integer',
      'data.a\\.b: boolean',
    ]);
    expect([...tree.end]).toEqual([10, 2, 3, 4, 5, 6, 8, 8, 9, 10]);
    expect([...tree.parent]).toEqual([-1, 0, 0, 0, 0, 0, 0, 6, 0, 0]);
    expect([...tree.required]).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect([...tree.pos]).toEqual([1, 1, 2, 3, 4, 5, 6, 1, 7, 8]);
    expect([...tree.size]).toEqual([1, 8, 8, 8, 8, 8, 8, 1, 8, 8]);
    expect(tree.enum[7]).toEqual(['a', 'b']);
    expect(tree.lower[1]).toBe('id\ncharge id');
    expect(ancestorsOf(tree, 7)).toEqual([0, 6]);
    expect(tree.problems).toEqual([]);
  });

  it('stops at a reference to itself, through $ref and through the object itself', () => {
    const byReference = buildSchemaTree({
      properties: { id: { type: 'string' }, child: { $ref: '#' } },
    });
    expect(outline(byReference)).toEqual(['id: string', 'child: object']);
    const looped: Record<string, unknown> = { type: 'object' };
    looped.properties = { self: looped };
    expect(outline(buildSchemaTree(looped))).toEqual(['self: object']);
    expect(buildSchemaTree(looped).problems).toEqual([
      { path: 'self', reason: 'It contains itself; its fields are shown once.' },
    ]);
    expect(buildSchemaTree({ properties: { a: { $ref: '#/properties/a' } } }).problems).toEqual([
      { path: 'a', reason: 'Its references lead in a circle.' },
    ]);
  });

  it('cuts below 64 levels and says so', () => {
    let node: Record<string, unknown> = { type: 'string' };
    for (let level = 0; level < 500; level += 1) node = { type: 'object', properties: { down: node } };
    const tree = buildSchemaTree(node);
    expect(tree.count).toBe(64);
    expect(tree.problems).toHaveLength(1);
  });

  it('keeps hostile names as plain names whose paths read back', () => {
    const names = [
      '__proto__',
      'constructor',
      'toString',
      'a"b',
      'a/b',
      '😀',
      'שלום',
      '<b>x</b>',
      `z${'\u0301'.repeat(500)}`,
      '',
    ];
    const properties: unknown = JSON.parse(
      `{${names.map((name) => `${JSON.stringify(name)}:{"type":"string"}`).join(',')}}`,
    );
    const tree = buildSchemaTree({ type: 'object', properties });
    expect(tree.name).toEqual(names);
    expect(tree.path.map((path) => parseFieldPath(path))).toEqual(names.map((name) => [{ name }]));
  });

  it.each([
    [{}],
    [{ type: 'string' }],
    [{ properties: 7 }],
    [{ properties: { a: 7, b: null } }],
    [{ type: 'array' }],
  ])('does not throw on %j', (schema) => {
    expect(() => buildSchemaTree(schema)).not.toThrow();
  });

  it('reads a schema that is an array', () => {
    const tree = buildSchemaTree({ type: 'array', items: { properties: { id: { type: 'string' } } } });
    expect(tree.path).toEqual(['[*].id']);
  });

  it('joins what allOf describes in pieces, references included', () => {
    const tree = buildSchemaTree({
      allOf: [
        { properties: { person: { type: 'object', properties: { name: { type: 'string' } } } } },
        { $ref: '#/definitions/more' },
      ],
      definitions: {
        more: {
          required: ['_id'],
          properties: {
            person: { type: 'object', properties: { age: { type: 'integer' } } },
            _id: { type: 'string' },
          },
        },
      },
    } as object);
    expect(outline(tree)).toEqual([
      'person: object',
      'person.name: string',
      'person.age: integer',
      '_id: string',
    ]);
    expect([...tree.required]).toEqual([0, 0, 0, 1]);
  });

  it('keeps only the first of 100,000 enum values, with their number', () => {
    const tree = buildSchemaTree({
      properties: { a: { type: 'string', enum: Array.from({ length: 100_000 }, (_, at) => `v${at}`) } },
    });
    expect([tree.enum[0]?.length, tree.enumSize[0]]).toEqual([200, 100_000]);
  });
});
