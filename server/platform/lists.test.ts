import { describe, expect, it } from 'vitest';
import { sandboxNameSchema } from '@/lib/ids';
import { findDatasetsByName } from './catalog/datasets';
import { findMappingSets } from './data-prep/mapping-sets';
import { listBaseConnections } from './flow-service/base-connections';
import type { PlatformContext } from './platform-context';
import { listSandboxes } from './sandboxes/sandboxes';
import { findSchemasByTitle, listSchemas } from './schema-registry/schemas';

/** Answers each request with what `reply` makes of its URL and ordinal. */
function fake(reply: (url: URL, nth: number) => unknown) {
  const urls: URL[] = [];
  const ctx: PlatformContext = {
    baseUrl: 'https://platform.example',
    orgId: 'ORG@AdobeOrg',
    clientId: 'client',
    sandboxName: sandboxNameSchema.parse('prod'),
    accessToken: async () => 'token',
    fetch: async (input) => {
      const url = new URL(String(input));
      urls.push(url);
      return Response.json(reply(url, urls.length));
    },
    now: Date.now,
    timeScale: 1,
  };
  return { ctx, urls };
}

function connection(n: number, name = 'Mine', spec = 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3') {
  return {
    id: `a9950001-a386-4642-a0cd-${String(n).padStart(12, '0')}`,
    name,
    connectionSpec: { id: spec },
    state: 'enabled',
    createdAt: 1,
    updatedAt: 1,
  };
}

const page = (items: unknown[], href?: string) => ({ items, _links: href ? { next: { href } } : {} });

describe('lists of Flow Service', () => {
  it('are read to the end, also across an empty page, with nothing but the link’s own parameters', async () => {
    const pages = [
      page([connection(1)], '/connections?continuationToken=a%3D%3D&extra=1'),
      page([], 'https://elsewhere.example/steal?continuationToken=b'),
      page([connection(2)]),
    ];
    const { ctx, urls } = fake((_, nth) => pages[nth - 1]);
    const { items, complete } = await listBaseConnections(ctx, { name: 'Mine' });
    expect({ names: items.map(({ id }) => id.slice(-1)), complete }).toEqual({
      names: ['1', '2'],
      complete: true,
    });
    expect(urls.map(({ origin, pathname }) => origin + pathname)).toEqual(
      Array(3).fill('https://platform.example/data/foundation/flowservice/connections'),
    );
    expect(urls.map(({ searchParams }) => [...searchParams])).toEqual([
      [
        ['limit', '100'],
        ['orderby', '-createdAt'],
        ['property', 'name==Mine'],
      ],
      [
        ['continuationToken', 'a=='],
        ['extra', '1'],
      ],
      [['continuationToken', 'b']],
    ]);
  });

  it('keep only true hits when the service ignores the filter', async () => {
    const { ctx } = fake(() => page([connection(1, 'Other'), connection(2), connection(3, 'Mine', 'x')]));
    const { items } = await listBaseConnections(ctx, {
      name: 'Mine',
      connectionSpecId: 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3',
    });
    expect(items.map(({ id }) => id.slice(-1))).toEqual(['2']);
  });

  it.each(['Comma, name', 'a==b', 'a&b'])(
    'do not send %j, which would filter by something else',
    async (name) => {
      const { ctx, urls } = fake(() => page([connection(1, name), connection(2)]));
      expect((await listBaseConnections(ctx, { name })).items.map(({ id }) => id.slice(-1))).toEqual(['1']);
      expect(urls[0]?.searchParams.has('property')).toBe(false);
    },
  );

  it('that name one page twice cannot be read', async () => {
    const { ctx, urls } = fake((_, nth) => page([connection(nth)], '/connections?continuationToken=same'));
    await expect(listBaseConnections(ctx)).rejects.toMatchObject({ kind: 'unreadable' });
    expect(urls.length).toBe(2);
  });

  it('that never end are cut at 2,000 and said to be incomplete', async () => {
    const { ctx } = fake((_, nth) =>
      page(
        Array.from({ length: 100 }, (__, n) => connection(nth * 100 + n)),
        `/connections?continuationToken=${nth}`,
      ),
    );
    const { items, complete } = await listBaseConnections(ctx);
    expect({ length: items.length, complete }).toEqual({ length: 2000, complete: false });
  });

  it('of pages that are empty for ever end as well', async () => {
    const { ctx, urls } = fake((_, nth) => page([], `/connections?continuationToken=${nth}`));
    expect(await listBaseConnections(ctx)).toEqual({ items: [], complete: false });
    expect(urls.length).toBe(60);
  });

  it('with a broken id are refused as a whole: a look-up must not miss anything silently', async () => {
    const { ctx } = fake(() => page([connection(1), { ...connection(2), id: '../x' }]));
    await expect(listBaseConnections(ctx)).rejects.toMatchObject({ kind: 'unreadable' });
  });
});

describe('lists of the Schema Registry', () => {
  const schema = (hex: string, title: string) => ({
    $id: `https://ns.adobe.com/tenant/schemas/${hex}`,
    'meta:altId': `_tenant.schemas.${hex}`,
    version: '1.0',
    title,
  });

  it('follow the start of the next page', async () => {
    const pages = [
      { results: [schema('a', 'A')], _page: { next: 'A', count: 1 }, _links: { next: null } },
      { results: [schema('b', 'B')], _page: { next: null, count: 1 }, _links: { next: null } },
    ];
    const { ctx, urls } = fake((_, nth) => pages[nth - 1]);
    const { items, complete } = await listSchemas(ctx);
    expect({ titles: items.map(({ title }) => title), complete }).toEqual({
      titles: ['A', 'B'],
      complete: true,
    });
    expect(urls.map(({ searchParams }) => [searchParams.get('orderby'), searchParams.get('start')])).toEqual([
      ['title', null],
      ['title', 'A'],
    ]);
  });

  it('by title keep only the very title', async () => {
    const { ctx } = fake(() => ({ results: [schema('a', 'Charges 2'), schema('b', 'Charges')], _page: {} }));
    expect((await findSchemasByTitle(ctx, 'Charges')).items.map(({ altId }) => altId)).toEqual([
      '_tenant.schemas.b',
    ]);
  });
});

describe('other lists', () => {
  it('of datasets are put in order by time, since keys of digits would come first', async () => {
    const dataset = (created: number) => ({ name: 'Mine', created, updated: created });
    const { ctx } = fake(() => ({
      aaaaaaaaaaaaaaaaaaaaaaaa: dataset(1),
      '111111111111111111111111': dataset(2),
      '00000000000000000000000f': { ...dataset(3), name: 'Other' },
    }));
    const { items, complete } = await findDatasetsByName(ctx, 'Mine');
    expect({ ids: items.map(({ id }) => id.charAt(0)), complete }).toEqual({
      ids: ['1', 'a'],
      complete: true,
    });
  });

  it('of mapping sets page by offset and accept one object for a list', async () => {
    const mappingSet = (n: number) => ({
      id: String(n).padStart(32, '0'),
      version: 0,
      name: 'Mine',
      mappings: [{ sourceAttribute: 'data.id', destinationXdmPath: '_id' }],
    });
    const pages = [Array.from({ length: 100 }, (_, n) => mappingSet(n)), mappingSet(100)];
    const { ctx, urls } = fake((_, nth) => ({ data: pages[nth - 1] }));
    const { items, complete } = await findMappingSets(ctx, { name: 'Mine' });
    expect({ length: items.length, complete, last: items.at(-1)?.mappings }).toEqual({
      length: 101,
      complete: true,
      last: [{ sourceType: '', source: 'data.id', destination: '_id' }],
    });
    expect(urls.map(({ searchParams }) => searchParams.get('start'))).toEqual(['0', '100']);
  });

  it('of sandboxes end when the service ignores the offset', async () => {
    const { ctx, urls } = fake(() => ({
      sandboxes: Array.from({ length: 100 }, (_, n) => ({
        name: `s${n}`,
        state: 'active',
        type: 'development',
      })),
    }));
    expect((await listSandboxes(ctx)).length).toBe(100);
    expect(urls.length).toBe(2);
  });

  it('of sandboxes offer the active ones only', async () => {
    const { ctx } = fake(() => ({
      sandboxes: [
        {
          name: 'prod',
          title: 'Production',
          state: 'active',
          type: 'production',
          region: 'VA7',
          isDefault: true,
        },
        {
          name: 'old',
          title: 'Old',
          state: 'deleting',
          type: 'development',
          region: 'VA7',
          isDefault: false,
        },
      ],
    }));
    expect(await listSandboxes(ctx)).toEqual([
      { name: 'prod', title: 'Production', type: 'production', region: 'VA7', isDefault: true },
    ]);
  });
});
