import { describe, expect, it } from 'vitest';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import { findBestHit, findNamesake } from './best-target';

const text = { type: 'string' };
const tree = buildSchemaTree({
  type: 'object',
  properties: {
    card: {
      type: 'object',
      properties: { status: text, country: text, checks: { type: 'object', properties: { status: text } } },
    },
    outcome: { type: 'object', properties: { status: text } },
    status: text,
    status_reason: text,
  },
});

const pathOf = (query: string, isUsable: (path: string) => boolean = () => true) => {
  const isHit = (id: number) => (tree.path[id] ?? '').toLowerCase().includes(query);
  return tree.path[findBestHit(tree, query, isHit, (id) => isUsable(tree.path[id] ?? ''))];
};

describe('the field that typed letters mean', () => {
  it('is, of equal names, the one nearest to the top', () => {
    expect(pathOf('status')).toBe('status');
  });

  it('is the first of those that are equally near', () => {
    expect(pathOf('status', (path) => path !== 'status')).toBe('card.status');
  });

  it('is the exact name before a longer one, however deep it lies', () => {
    expect(pathOf('status', (path) => path !== 'status' && path !== 'card.status')).toBe('outcome.status');
    expect(pathOf('status', (path) => path.startsWith('card.checks') || path === 'status_reason')).toBe(
      'card.checks.status',
    );
  });

  it('is the end of a path when one is typed', () => {
    expect(pathOf('checks.status')).toBe('card.checks.status');
  });

  it('is one that cannot be mapped only when there is no other', () => {
    expect(pathOf('country', () => false)).toBe('card.country');
    expect(pathOf('nothing')).toBeUndefined();
  });
});

describe('the field of the same name on the other side', () => {
  const object = (properties: object) => ({ type: 'object', properties });
  const source = buildSchemaTree(
    object({ data: object({ id: text, status: text, card: object({ status: text, exp_month: text }) }) }),
  );
  const target = buildSchemaTree(
    object({
      _id: text,
      _t: object({
        charges: object({ card: object({ status: text, expMonth: text }), id: text, status: text }),
      }),
    }),
  );
  const namesakeOf = (path: string, taken = '') =>
    target.path[
      findNamesake(source, target, source.idOfPath.get(path) ?? -1, (id) => target.path[id] === taken)
    ];

  it('is the one whose folders agree most, spelled the same before spelled alike', () => {
    expect(namesakeOf('data.id')).toBe('_t.charges.id');
    expect(namesakeOf('data.card.status')).toBe('_t.charges.card.status');
    expect(namesakeOf('data.card.exp_month')).toBe('_t.charges.card.expMonth');
  });

  it('is, of equals, the one nearest to the top that is still free', () => {
    expect(namesakeOf('data.status')).toBe('_t.charges.status');
    expect(namesakeOf('data.status', '_t.charges.status')).toBe('_t.charges.card.status');
    expect(namesakeOf('data')).toBeUndefined();
  });
});
