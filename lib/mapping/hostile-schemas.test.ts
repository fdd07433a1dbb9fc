import { describe, expect, it } from 'vitest';
import { parseFieldPath } from '@/lib/schema/field-path';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import { createTreeView } from '@/lib/schema/tree-view';
import { checkMappings } from './check-mappings';
import { measureCoverage } from './coverage';
import { findFields } from './find-fields';
import { doCommand, undo } from './history';
import { emptyMappingHistory, type FieldMapping } from './mapping';
import { mappingHistorySchema } from './mapping-schema';
import { proposeRepairs } from './propose-repairs';
import { readCode } from './read-code';
import { toWireRows } from './wire-dialects';

const text = { type: 'string' };
const hostileNames = [
  '__proto__',
  'constructor',
  'toString',
  'a.b',
  '"quoted"',
  "it's",
  'a/b\\c',
  '${x}',
  '[0]',
  '😀',
  'שלום',
  `e${'\u0301'.repeat(500)}`,
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  ' ',
  '',
  'x'.repeat(3_000),
];

function objectOf(names: readonly string[]): object {
  const properties: Record<string, unknown> = Object.create(null);
  for (const name of names) properties[name] = text;
  return { type: 'object', properties };
}

function treesOf(source: object, target: object) {
  return { sourceTree: buildSchemaTree(source), targetTree: buildSchemaTree(target), tenantRoot: '_t' };
}

function mappingsOf(count: number, ends: (at: number) => [source: string, target: string]): FieldMapping[] {
  return Array.from({ length: count }, (_, at) => {
    const [source, target] = ends(at);
    return { id: `m${at}`, kind: 'attribute', source, target };
  });
}

describe('hostile names', () => {
  const trees = treesOf(objectOf(hostileNames), objectOf(hostileNames));

  it('each have a path of their own that names them exactly', () => {
    expect(new Set(trees.sourceTree.path).size).toBe(hostileNames.length);
    for (const [id, path] of trees.sourceTree.path.entries()) {
      expect(parseFieldPath(path)).toEqual([{ name: trees.sourceTree.name[id] }]);
      expect(trees.sourceTree.idOfPath.get(path)).toBe(id);
    }
  });

  it('are mapped, undone, stored and read back from code like any other', () => {
    const { path } = trees.sourceTree;
    let next = 0;
    const context = { createId: () => `m${next++}` };
    const mappings = path.map((at) => ({ kind: 'attribute' as const, source: at, target: at }));
    const full = doCommand(emptyMappingHistory, { type: 'connect-many', mappings, label: 'all' }, context);
    expect(mappingHistorySchema.parse(JSON.parse(JSON.stringify(full)))).toEqual(full);
    expect(checkMappings(full.state, trees).map(({ verdict }) => verdict)).toEqual(path.map(() => 'fits'));
    for (const dialect of ['source', 'sourceAttribute'] as const) {
      const code = JSON.stringify(toWireRows(full.state.mappings, dialect), null, 2);
      expect(readCode(code, trees)).toEqual({ mappings, problems: [] });
    }
    expect(undo(full).state).toEqual(emptyMappingHistory.state);
  });

  it('are found by search and proposed as repairs without being run or lost', () => {
    expect(findFields(trees.sourceTree, '<script>', 5).map((id) => trees.sourceTree.name[id])).toEqual([
      '<script>alert(1)</script>',
    ]);
    const state = {
      mappings: mappingsOf(1, () => ['__proto', trees.targetTree.path[0] ?? '']),
      unmappedOnPurpose: [],
    };
    expect(proposeRepairs(checkMappings(state, trees), trees).map(({ to }) => to)).toEqual(['__proto__']);
  });
});

describe('odd schemas', () => {
  it('that refer to themselves, or are 60 levels deep, become trees that can be opened', () => {
    const cyclic = {
      definitions: {
        node: { type: 'object', properties: { next: { $ref: '#/definitions/node' }, id: text } },
      },
      $ref: '#/definitions/node',
    };
    const tree = buildSchemaTree(cyclic);
    expect(tree.path).toContain('id');
    expect(tree.problems.length).toBeGreaterThan(0);
    let deep: object = text;
    for (let level = 0; level < 60; level += 1) deep = { type: 'object', properties: { n: deep } };
    const deepTree = buildSchemaTree(deep);
    expect(deepTree.count).toBe(60);
    const view = createTreeView(deepTree);
    expect(view.reveal(59)).toBe(59);
    expect([deepTree.depth[59], view.rows().length]).toEqual([59, 60]);
  });

  it('with one path in two cases keep both apart', () => {
    const trees = treesOf(objectOf(['Email', 'email']), objectOf(['email', 'EMAIL']));
    expect(trees.sourceTree.path).toEqual(['Email', 'email']);
    const state = { mappings: mappingsOf(1, () => ['Email', 'EMAIL']), unmappedOnPurpose: [] };
    expect(checkMappings(state, trees)[0]).toMatchObject({ sourceId: 0, targetId: 1, verdict: 'fits' });
  });

  it('that are arrays, empty, or no schemas at all give trees without a crash', () => {
    expect(buildSchemaTree({ type: 'array', items: objectOf(['id']) }).path).toEqual(['[*].id']);
    for (const schema of [
      {},
      { type: 'object' },
      { type: 'array' },
      { properties: null },
      { properties: [] },
    ]) {
      const trees = treesOf(schema, schema);
      expect(trees.sourceTree.count).toBe(0);
      const state = { mappings: mappingsOf(2, () => ['a', 'b']), unmappedOnPurpose: ['c'] };
      const checked = checkMappings(state, trees);
      expect(checked.every(({ verdict }) => verdict === 'refused')).toBe(true);
      expect(proposeRepairs(checked, trees)).toEqual([]);
      expect(
        measureCoverage({ state, checked, ...trees, requiredTargets: ['x'], identityTargets: [] }),
      ).toMatchObject({ mappings: 2, sourceFields: 0, requiredLeft: ['x'] });
    }
  });

  it('with an enum of 100,000 values keep the first ones and the number', () => {
    const values = Array.from({ length: 100_000 }, (_, at) => `value ${at}`);
    const tree = buildSchemaTree({
      type: 'object',
      properties: { colour: { type: 'string', enum: values } },
    });
    expect(tree.enumSize[0]).toBe(100_000);
    expect(tree.enum[0]?.length).toBeLessThanOrEqual(200);
    const trees = treesOf(objectOf(['a']), {
      type: 'object',
      properties: { colour: { type: 'string', enum: values } },
    });
    const [check] = checkMappings(
      { mappings: mappingsOf(1, () => ['a', 'colour']), unmappedOnPurpose: [] },
      trees,
    );
    expect(check?.sentence).toBe(
      'Same type. Only “value 0”, “value 1”, “value 2” and 99997 more are accepted.',
    );
  });
});

describe('many mappings', () => {
  it('10,000 onto one target are all refused, in time', () => {
    const trees = treesOf(objectOf(['a']), objectOf(['x']));
    const state = { mappings: mappingsOf(10_000, () => ['a', 'x']), unmappedOnPurpose: [] };
    const startMs = performance.now();
    const checked = checkMappings(state, trees);
    expect(checked.every(({ verdict }) => verdict === 'refused')).toBe(true);
    const code = JSON.stringify(toWireRows(state.mappings, 'source'), null, 2);
    expect(readCode(code, trees).problems).toHaveLength(10_000);
    expect(proposeRepairs(checked, trees)).toEqual([]);
    expect(performance.now() - startMs).toBeLessThan(5_000);
  });

  it('10,000 whose fields are all gone from schemas of 10,000 fields do not hold the page up', () => {
    const names = Array.from({ length: 10_000 }, (_, at) => `field_${at}`);
    const trees = treesOf(objectOf(names), objectOf(names));
    const state = {
      mappings: mappingsOf(10_000, (at) => [`old_field_${at}`, `field_${at}`]),
      unmappedOnPurpose: [],
    };
    const startMs = performance.now();
    const repairs = proposeRepairs(checkMappings(state, trees), trees);
    expect(performance.now() - startMs).toBeLessThan(5_000);
    expect(repairs[0]).toMatchObject({ from: 'old_field_0', to: 'field_0' });
  });
});
