import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmulator } from '@/e2e/emulator/emulator';
import { deleteDataset, findDatasetsByName, getDataset, listDatasets } from '../catalog/datasets';
import type { PlatformContext } from '../platform-context';
import { createTarget, demoContext, failureOf, profileClass } from '../test-support';
import { createDescriptor, deleteDescriptor, listIdentityDescriptors } from './descriptors';
import { deleteFieldGroup, findFieldGroupsByTitle, getFieldGroup } from './field-groups';
import { isTitleTaken } from './registry-resource';
import { deleteSchema, findSchemasByTitle, getResolvedSchema, getSchema, listSchemas } from './schemas';

const emulator = createEmulator({ quiet: true, pageSize: 20 });
let baseUrl: string;
let ctx: PlatformContext;

beforeAll(async () => {
  baseUrl = (await emulator.listen(0)).url;
  ctx = demoContext(baseUrl, emulator.control.nowMs);
});
afterAll(() => emulator.close());

describe('targets', () => {
  it('are created, found by title and name, read, and deleted from the outside in', async () => {
    const { tenant, fieldGroup, schema, dataset } = await createTarget(ctx, 'Charges round trip');
    const foundFieldGroups = await findFieldGroupsByTitle(ctx, 'Charges round trip fields');
    expect(foundFieldGroups).toEqual({
      items: [
        {
          id: fieldGroup.id,
          altId: fieldGroup.altId,
          version: fieldGroup.version,
          title: 'Charges round trip fields',
          description: 'marker-3a',
          classId: undefined,
          extendedIds: [],
        },
      ],
      complete: true,
    });
    expect(await getFieldGroup(ctx, fieldGroup.id)).toEqual(foundFieldGroups.items[0]);

    const foundSchemas = await findSchemasByTitle(ctx, 'Charges round trip');
    expect(foundSchemas.items).toEqual([
      {
        id: schema.id,
        altId: schema.altId,
        version: schema.version,
        title: 'Charges round trip',
        description: 'marker-3b',
        classId: profileClass,
        extendedIds: ['https://ns.adobe.com/xdm/data/record', profileClass, fieldGroup.id],
      },
    ]);
    expect(await getSchema(ctx, schema.id)).toEqual(foundSchemas.items[0]);
    expect((await listSchemas(ctx, { search: 'ROUND trip' })).items.map(({ id }) => id)).toEqual([schema.id]);
    const resolved = await getResolvedSchema(ctx, schema.id);
    expect(resolved.jsonSchema).toMatchObject({
      properties: { [tenant]: { properties: { charge: { properties: { amount: { type: 'integer' } } } } } },
    });

    expect(await getDataset(ctx, dataset.id)).toMatchObject({
      id: dataset.id,
      name: 'Charges round trip dataset',
      description: 'marker-4',
      schemaId: schema.id,
      tags: { tributary: ['marker-4'] },
      isProfileEnabled: false,
      hasErrorDiagnostics: true,
    });
    expect((await findDatasetsByName(ctx, 'Charges round trip dataset')).items.map(({ id }) => id)).toEqual([
      dataset.id,
    ]);
    expect((await listDatasets(ctx, { search: 'round TRIP', limit: 5 })).items.length).toBe(1);

    await deleteDataset(ctx, dataset.id);
    await deleteDataset(ctx, dataset.id);
    await deleteSchema(ctx, schema.id);
    await deleteSchema(ctx, schema.id);
    await deleteFieldGroup(ctx, fieldGroup.id);
    await deleteFieldGroup(ctx, fieldGroup.id);
    expect(await failureOf(getDataset(ctx, dataset.id))).toMatchObject({ kind: 'not-found' });
    expect(await failureOf(getSchema(ctx, schema.id))).toMatchObject({ kind: 'not-found' });
  });

  it('cannot have a title twice, and the refusal can be told from others', async () => {
    await createTarget(ctx, 'Twice');
    const error = await failureOf(createTarget(ctx, 'Twice'));
    expect({ kind: error.kind, status: error.status, taken: isTitleTaken(error) }).toEqual({
      kind: 'rejected',
      status: 400,
      taken: true,
    });
  });

  it('have identities', async () => {
    const { tenant, schema } = await createTarget(ctx, 'With identity');
    const created = await createDescriptor(ctx, {
      '@type': 'xdm:descriptorIdentity',
      'xdm:sourceSchema': schema.id,
      'xdm:sourceVersion': 1,
      'xdm:sourceProperty': `/${tenant}/charge/email`,
      'xdm:namespace': 'Email',
      'xdm:property': 'xdm:code',
      'xdm:isPrimary': true,
    });
    expect(await listIdentityDescriptors(ctx, schema.id)).toEqual([
      {
        id: created.id,
        schemaId: schema.id,
        sourceProperty: `/${tenant}/charge/email`,
        namespace: 'Email',
        namespaceIs: 'code',
        isPrimary: true,
      },
    ]);
    await deleteDescriptor(ctx, created.id);
    await deleteDescriptor(ctx, created.id);
    expect(await listIdentityDescriptors(ctx, schema.id)).toEqual([]);
  });
});
