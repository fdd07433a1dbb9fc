import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ancestorsOf, buildSchemaTree, isFolder, type SchemaTree } from './schema-tree';
import { createTreeView, filteredAway } from './tree-view';

type Shape = { [name: string]: Shape };

const fieldName = fc.constantFrom('amount', 'card', 'id', 'data', 'items');
const shapeOfDepth: (depth?: number) => fc.Arbitrary<Shape> = fc.memo((depth) =>
  depth <= 1 ? fc.constant({}) : fc.dictionary(fieldName, shapeOfDepth(), { maxKeys: 4 }),
);
const shapeArbitrary = shapeOfDepth(4);

function treeOf(shape: Shape): SchemaTree {
  const toSchema = (part: Shape): object =>
    Object.keys(part).length === 0
      ? { type: 'string' }
      : {
          type: 'object',
          properties: Object.fromEntries(
            Object.entries(part).map(([name, inner]) => [name, toSchema(inner)]),
          ),
        };
  return buildSchemaTree({ type: 'object', ...toSchema(shape) });
}

type Action =
  | { kind: 'toggle'; at: number }
  | { kind: 'expandAll' }
  | { kind: 'collapseAll' }
  | { kind: 'reveal'; at: number };
const actionArbitrary: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant('toggle' as const), at: fc.nat(60) }),
  fc.record({ kind: fc.constant('reveal' as const), at: fc.nat(60) }),
  fc.constant({ kind: 'expandAll' as const }),
  fc.constant({ kind: 'collapseAll' as const }),
);

describe('a tree view', () => {
  it('finds the same whatever was searched before, letter by letter or with other fields left on show', () => {
    const search = fc.record({
      query: fc.constantFrom('a', 'am', 'amo', 'amount', 'i', 'it', 'd', 'data.', 'data.am', ' ', ''),
      keepsOdd: fc.boolean(),
    });
    const keepOdd = (id: number) => id % 2 === 1;
    fc.assert(
      fc.property(shapeArbitrary, fc.array(search, { minLength: 2, maxLength: 6 }), (shape, searches) => {
        const tree = treeOf(shape);
        const view = createTreeView(tree, []);
        for (const { query, keepsOdd } of searches) {
          const keep = keepsOdd ? keepOdd : undefined;
          const fresh = createTreeView(tree, []);
          view.filter(query, keep);
          fresh.filter(query, keep);
          expect({ rows: view.rows(), slot: view.slot(), hits: view.hitCount() }).toEqual({
            rows: fresh.rows(),
            slot: fresh.slot(),
            hits: fresh.hitCount(),
          });
        }
      }),
    );
  });

  it('shows the rows that a naive walk over the open folders shows, after any actions', () => {
    fc.assert(
      fc.property(shapeArbitrary, fc.array(actionArbitrary, { maxLength: 12 }), (shape, actions) => {
        const tree = treeOf(shape);
        const view = createTreeView(tree, []);
        const open = new Set<number>();
        for (const action of actions) {
          if (action.kind === 'expandAll') {
            view.expandAll();
            for (let id = 0; id < tree.count; id += 1) open.add(id);
          } else if (action.kind === 'collapseAll') {
            view.collapseAll();
            open.clear();
          } else if (tree.count > 0) {
            const id = action.at % tree.count;
            if (action.kind === 'reveal') {
              view.reveal(id);
              for (const up of ancestorsOf(tree, id)) open.add(up);
            } else if (isFolder(tree, id)) {
              view.toggle(id);
              if (!open.delete(id)) open.add(id);
            }
          }
        }
        const ids = Array.from({ length: tree.count }, (_, id) => id);
        const rows = ids.filter((id) => ancestorsOf(tree, id).every((up) => open.has(up)));
        expect([...view.rows()]).toEqual(rows);
        expect([...view.slot()]).toEqual(
          ids.map((id) => {
            const hiding = ancestorsOf(tree, id).find((up) => !open.has(up));
            return hiding === undefined ? rows.indexOf(id) : -(rows.indexOf(hiding) + 1);
          }),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('shows hits and their ancestors under a filter and gives the folders back after it', () => {
    fc.assert(
      fc.property(shapeArbitrary, fc.constantFrom('a', 'am', 'card', 'data', 'zzz'), (shape, query) => {
        const tree = treeOf(shape);
        const view = createTreeView(tree, []);
        const before = [...view.rows()];
        view.filter(query);
        const ids = Array.from({ length: tree.count }, (_, id) => id);
        const hits = ids.filter((id) => tree.name[id]?.includes(query));
        const shown = ids.filter(
          (id) => hits.includes(id) || hits.some((hit) => ancestorsOf(tree, hit).includes(id)),
        );
        expect([...view.rows()]).toEqual(shown);
        expect(view.hitCount()).toBe(hits.length);
        for (const id of ids) {
          const slot = view.slot()[id] ?? Number.NaN;
          if (shown.includes(id)) expect(slot).toBe(shown.indexOf(id));
          else expect(slot < 0).toBe(true);
        }
        view.filter('');
        expect([...view.rows()]).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  const tree = treeOf({ data: { card: { id: {}, amount: {} }, amount: {} }, id: {} });
  const idOf = (path: string) => tree.idOfPath.get(path) ?? -1;
  const names = (view: ReturnType<typeof createTreeView>) => [...view.rows()].map((id) => tree.path[id]);

  it('lets a person open a found folder to see what is in it', () => {
    const view = createTreeView(tree, []);
    view.filter('card');
    expect(names(view)).toEqual(['data', 'data.card']);
    view.toggle(idOf('data.card'));
    expect(names(view)).toEqual(['data', 'data.card', 'data.card.id', 'data.card.amount']);
    view.toggle(idOf('data'));
    expect(names(view)).toEqual(['data']);
    expect(view.slot()[idOf('data.card')]).toBe(-1);
    expect(view.slot()[idOf('id')]).toBe(filteredAway);
  });

  it('goes from hit to hit and round again', () => {
    const view = createTreeView(tree, []);
    view.filter('amount');
    const first = view.nextHit(-1);
    const second = view.nextHit(first);
    expect([first, second, view.nextHit(second)].map((id) => tree.path[id])).toEqual([
      'data.card.amount',
      'data.amount',
      'data.card.amount',
    ]);
  });

  it('finds rows by their first letters, from the next row on', () => {
    const view = createTreeView(tree, []);
    view.expandAll();
    expect(tree.path[view.findTyped('i', idOf('data'))]).toBe('data.card.id');
    expect(tree.path[view.findTyped('i', idOf('data.card.id'))]).toBe('id');
    expect(tree.path[view.findTyped('am', idOf('data.card.amount'))]).toBe('data.card.amount');
    expect(view.findTyped('x', 0)).toBe(-1);
  });

  it('filters by kept fields alone and by dotted path', () => {
    const view = createTreeView(tree, []);
    view.filter('', (id) => id === idOf('data.card.id'));
    expect(names(view)).toEqual(['data', 'data.card', 'data.card.id']);
    view.filter('card.am');
    expect(names(view)).toEqual(['data', 'data.card', 'data.card.amount']);
  });

  it('tells its subscribers and leads back to an ancestor on show', () => {
    const view = createTreeView(tree, []);
    let told = 0;
    const stop = view.subscribe(() => {
      told += 1;
    });
    view.expandAll();
    view.toggle(idOf('data'));
    stop();
    view.expandAll();
    expect(told).toBe(2);
    view.collapseAll();
    expect(view.nearestShown(idOf('data.card.id'))).toBe(idOf('data'));
  });
});

it('a search with a dot finds names that hold one as well as paths', () => {
  const text = { type: 'string' };
  const tree = buildSchemaTree({ properties: { 'a.b': text, a: { properties: { b: text, c: text } } } });
  const view = createTreeView(tree);
  view.filter('A.B');
  expect(
    Array.from(view.rows())
      .filter(view.isHit)
      .map((id) => tree.path[id]),
  ).toEqual(['a\\.b', 'a.b']);
});
