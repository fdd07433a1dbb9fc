import { beforeEach, describe, expect, it } from 'vitest';
import { showSyntheticSchema } from './lookup';
import { isObject, type JsonSchema } from './registry-state';
import { seedDemo } from './seed-demo';
import { createHarness, type Harness } from './service-harness';
import { xdm } from './standard/standard-ids';

const ids = 'application/vnd.adobe.xed-id+json';
const plain = 'application/vnd.adobe.xed+json';
const full = 'application/vnd.adobe.xed-full+json; version=1';

let harness: Harness;

beforeEach(() => {
  harness = createHarness();
  seedDemo(harness.organisation, harness.sandbox(), harness.newId, harness.nowMs());
});

function get(url: string, accept?: string) {
  return harness.call('schemaRegistry', 'GET', url, accept === undefined ? {} : { headers: { accept } });
}

function results(body: unknown): Record<string, unknown>[] {
  return isObject(body) && Array.isArray(body.results) ? (body.results as Record<string, unknown>[]) : [];
}

function fieldOf(body: unknown, ...path: string[]): JsonSchema | undefined {
  let node = body as JsonSchema | undefined;
  for (const name of path) node = node?.properties?.[name];
  return node;
}

describe('lists', () => {
  it('gives short summaries for the id variant and a page without a successor', async () => {
    const { status, body } = await get('/tenant/schemas/', ids);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      _page: { orderby: 'updated', next: null, count: 3 },
      _links: {
        next: null,
        global_schemas: { href: expect.stringContaining('/schemaregistry/global/schemas') },
      },
    });
    expect(results(body).map((item) => Object.keys(item))).toEqual(
      Array.from({ length: 3 }, () => ['$id', 'meta:altId', 'version', 'title']),
    );
  });

  it('gives whole resources for xed and for xdm', async () => {
    const xed = await get('/tenant/fieldgroups', plain);
    const xdmForm = await get('/tenant/mixins', 'application/vnd.adobe.xdm+json');
    expect(results(xed.body)).toEqual(results(xdmForm.body));
    expect(results(xed.body)[0]).toHaveProperty('allOf');
  });

  it('filters by a property, also inside lists, and by existence', async () => {
    const extending = await get(
      `/global/fieldgroups?property=${encodeURIComponent(`meta:intendedToExtend==${xdm.profile}`)}`,
      ids,
    );
    const titles = results(extending.body).map((item) => item.title);
    expect(titles).toContain('Consents and Preferences');
    expect(titles).not.toContain('Commerce Details');
    const named = await get(`/tenant/schemas?property=${encodeURIComponent('title==Commerce events')}`, ids);
    expect(results(named.body)).toHaveLength(1);
    const adhoc = await get(
      `/tenant/schemas?property=${encodeURIComponent('meta:extends!=https://ns.adobe.com/xdm/data/adhoc')}`,
      ids,
    );
    expect(results(adhoc.body)).toHaveLength(3);
    const both = `meta:extends==${xdm.profile},title==Consent records`;
    expect(
      results((await get(`/tenant/schemas?property=${encodeURIComponent(both)}`, ids)).body),
    ).toHaveLength(1);
    expect(results((await get('/tenant/schemas?property=meta:immutableTags', ids)).body)).toHaveLength(0);
  });

  it('pages with orderby, limit and start, in both directions', async () => {
    const first = await get('/tenant/schemas?orderby=title&limit=2', ids);
    expect(results(first.body).map((item) => item.title)).toEqual(['Commerce events', 'Consent records']);
    expect(first.body).toMatchObject({ _page: { orderby: 'title', next: 'Consent records', count: 2 } });
    const second = await get('/tenant/schemas?orderby=title&limit=2&start=Consent%20records', ids);
    expect(results(second.body).map((item) => item.title)).toEqual(['Customer profiles']);
    expect(second.body).toMatchObject({ _page: { next: null } });
    const down = await get('/tenant/schemas?orderby=-title&limit=1', ids);
    expect(results(down.body).map((item) => item.title)).toEqual(['Customer profiles']);
  });

  it('ignores limit without orderby and refuses limits that are none', async () => {
    expect(results((await get('/tenant/schemas?limit=1', ids)).body)).toHaveLength(3);
    expect((await get('/tenant/schemas?orderby=title&limit=501', ids)).status).toBe(400);
    expect((await get('/tenant/schemas?orderby=title&limit=x', ids)).status).toBe(400);
  });

  it('shows the generated schema only where it was asked for', async () => {
    expect(results((await get('/global/schemas', ids)).body)).toEqual([]);
    showSyntheticSchema(harness.sandbox());
    const [found] = results((await get('/global/schemas', ids)).body);
    expect(found?.title).toBe('Synthetic 10,000 fields');
    const { body } = await get(`/global/schemas/${encodeURIComponent(String(found?.$id))}`, full);
    const leaves = (node: JsonSchema): number =>
      node.properties === undefined
        ? 1
        : Object.values(node.properties).reduce((sum, child) => sum + leaves(child), 0);
    expect(leaves(body as JsonSchema)).toBeGreaterThanOrEqual(10_000);
  });
});

describe('the Accept header', () => {
  it.each([
    ['/tenant/schemas', undefined, 406, 'NotAcceptableError'],
    ['/tenant/schemas', '*/*', 406, 'NotAcceptableError'],
    ['/tenant/schemas', 'application/json', 406, 'NotAcceptableError'],
    ['/tenant/schemas', 'application/vnd.adobe.xed-odd+json', 406, 'NotAcceptableError'],
    [`/global/classes/${encodeURIComponent(xdm.profile)}`, undefined, 406, 'NotAcceptableError'],
  ])('%s with %s is %i', async (url, accept, status, title) => {
    const answer = await get(url, accept);
    expect(answer).toMatchObject({ status, body: { type: '/placeholder/type/uri', status, title } });
  });

  it.each([
    ['/tenant/schemas', `${plain};version=1`, 'XDM-1006-400'],
    ['/tenant/schemas', 'application/vnd.adobe.xed-full+json', 'XDM-1006-400'],
    [`/global/classes/${encodeURIComponent(xdm.profile)}`, plain, 'XDM-1007-400'],
    ['/tenant/descriptors', plain, 'XDM-1008-400'],
    ['/tenant/descriptors', undefined, 'XDM-1008-400'],
  ])('%s with %s is %s', async (url, accept, code) => {
    const answer = await get(url, accept);
    expect(answer).toMatchObject({
      status: 400,
      body: {
        type: `http://ns.adobe.com/aep/errors/${code}`,
        status: 400,
        report: {
          registryRequestId: 'request-1',
          timestamp: expect.stringMatching(/^\d\d-\d\d-\d{4} \d\d:\d\d:\d\d$/),
        },
      },
    });
  });

  it('takes the version with and without a space, and xdm for xed', async () => {
    const url = `/global/classes/${encodeURIComponent(xdm.profile)}`;
    const bodies = await Promise.all(
      ['xed-full+json; version=1', 'xed-full+json;version=1', 'xdm-full+json; version=1'].map(
        async (form) => (await get(url, `application/vnd.adobe.${form}`)).body,
      ),
    );
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
    expect(fieldOf(bodies[0], 'personID')?.type).toBe('string');
  });

  it('answers 404 for a version that does not exist', async () => {
    const answer = await get(`/global/classes/${encodeURIComponent(xdm.profile)}`, `${plain}; version=2`);
    expect(answer).toMatchObject({
      status: 404,
      body: { type: 'http://ns.adobe.com/aep/errors/XDM-1012-404' },
    });
  });
});

describe('one resource', () => {
  async function profileUrl(): Promise<string> {
    const { body } = await get(
      `/tenant/schemas?property=${encodeURIComponent('title==Customer profiles')}`,
      ids,
    );
    return `/tenant/schemas/${results(body)[0]?.['meta:altId']}`;
  }

  it('is found by its encoded $id and by its meta:altId', async () => {
    const [listed] = results((await get('/tenant/fieldgroups', ids)).body);
    const byAltId = await get(`/tenant/fieldgroups/${listed?.['meta:altId']}`, `${plain};version=1`);
    const byId = await get(
      `/tenant/fieldgroups/${encodeURIComponent(String(listed?.$id))}`,
      `${plain};version=1`,
    );
    expect(byAltId.status).toBe(200);
    expect(byId.body).toEqual(byAltId.body);
    expect(String(listed?.$id)).toMatch(/^https:\/\/ns\.adobe\.com\/testtenant\/mixins\//);
  });

  it('keeps allOf and $ref unless the full form is asked for', async () => {
    const { body } = await get(await profileUrl(), `${plain}; version=1`);
    expect(body).toHaveProperty('allOf');
    expect(body).not.toHaveProperty('properties');
  });

  it('is resolved completely in the full form: data types, arrays, maps and nested references', async () => {
    const { body } = await get(await profileUrl(), full);
    expect(body).not.toHaveProperty('allOf');
    expect(JSON.stringify(body)).not.toContain('"$ref"');
    expect(fieldOf(body, 'person', 'name', 'firstName')).toMatchObject({
      type: 'string',
      title: 'First name',
    });
    expect(fieldOf(body, 'homeAddress')).toMatchObject({
      title: 'Home Address',
      'meta:referencedFrom': xdm.address,
    });
    expect(fieldOf(body, 'homeAddress', '_repo', 'createDate')?.format).toBe('date-time');
    expect(fieldOf(body, 'consents', 'marketing', 'email', 'val')?.enum).toContain('LI');
    expect(fieldOf(body, 'identityMap')?.additionalProperties).toMatchObject({
      type: 'array',
      items: { properties: { id: { type: 'string' } } },
    });
    expect(body).toMatchObject({ title: 'Customer profiles', 'meta:class': xdm.profile });
  });

  it('drops titles and descriptions as the variants say, but never fields of those names', async () => {
    const url = `/global/datatypes/${encodeURIComponent(xdm.commerce)}`;
    const at = async (form: string) => (await get(url, `application/vnd.adobe.${form}+json; version=1`)).body;
    const list = ['requisitionList', 'description'];
    expect(fieldOf(await at('xed-full'), ...list)).toHaveProperty('title');
    const withoutText = await at('xed-full-notext');
    expect(fieldOf(withoutText, ...list)).toEqual({
      type: 'string',
      'meta:xdmType': 'string',
      'meta:xdmField': 'xdm:description',
    });
    expect(withoutText).not.toHaveProperty('title');
    expect(JSON.stringify(await at('xed-notext'))).toContain('"$ref"');
  });

  it('marks deprecated fields in the variant for them alone', async () => {
    const url = `/global/datatypes/${encodeURIComponent(xdm.person)}`;
    const marked = await get(url, 'application/vnd.adobe.xed-deprecatefield+json; version=1');
    expect(fieldOf(marked.body, 'taxId')?.['meta:status']).toBe('deprecated');
    expect(fieldOf((await get(url, full)).body, 'taxId')).not.toHaveProperty('meta:status');
  });

  it('brings its descriptors in the variant for them, and marks fields that a descriptor deprecates', async () => {
    const url = await profileUrl();
    const withDescriptors = await get(url, 'application/vnd.adobe.xed-full-desc+json; version=1');
    expect(withDescriptors.body).toMatchObject({
      'meta:descriptors': [
        { '@type': 'xdm:descriptorIdentity', 'xdm:sourceProperty': '/personalEmail/address' },
      ],
      properties: { person: { title: 'Person' } },
    });
    const descriptor = {
      '@type': 'xdm:descriptorDeprecated',
      'xdm:sourceSchema': String((withDescriptors.body as JsonSchema).$id),
      'xdm:sourceVersion': 1,
      'xdm:sourceProperty': '/faxPhone/number',
    };
    const made = await harness.call('schemaRegistry', 'POST', '/tenant/descriptors', { body: descriptor });
    expect(made.status).toBe(201);
    for (const form of ['xed-deprecatefield', 'xed-full-deprecated']) {
      const { body } = await get(url, `application/vnd.adobe.${form}+json; version=1.0`);
      expect(fieldOf(body, 'faxPhone', 'number')?.['meta:status'], form).toBe('deprecated');
      expect(fieldOf(body, 'homePhone', 'number')).not.toHaveProperty('meta:status');
    }
  });

  it('belongs to its sandbox', async () => {
    const url = await profileUrl();
    const other = await harness.call('schemaRegistry', 'GET', url, {
      headers: { accept: full },
      sandbox: 'dev',
    });
    expect(other.status).toBe(404);
  });

  it.each([
    '__proto__',
    'constructor',
    'https%3A%2F%2Fns.adobe.com%2Fnothing',
    '_testtenant.schemas.__proto__',
  ])('is 404 for %s', async (id) => {
    expect((await get(`/tenant/schemas/${id}`, full)).status).toBe(404);
  });
});

describe('statistics and samples', () => {
  it('names the tenant without an underscore and counts what the tenant has', async () => {
    const { status, body } = await get('/stats');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      imsOrg: 'TESTORG@AdobeOrg',
      tenantId: 'testtenant',
      counts: { schemas: 3, mixins: 2, datatypes: 0, classes: 0, unions: 0 },
      classUsage: [
        { $id: xdm.profile, title: 'XDM Individual Profile', numberOfSchemas: 2 },
        { $id: xdm.experienceEvent, title: 'XDM ExperienceEvent', numberOfSchemas: 1 },
      ],
    });
  });

  it('makes a sample record for a schema', async () => {
    const [schema] = results((await get('/tenant/schemas', ids)).body);
    const { status, body } = await get(`/rpc/sampledata/${schema?.['meta:altId']}`, `${plain}; version=1`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ person: { name: { firstName: 'Sample value' } } });
  });
});
