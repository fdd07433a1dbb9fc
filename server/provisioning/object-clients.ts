import {
  baseConnectionIdSchema,
  dataflowIdSchema,
  datasetIdSchema,
  sourceConnectionIdSchema,
  targetConnectionIdSchema,
  xdmSchemaIdSchema,
} from '@/lib/ids';
import type { PlanObject } from '@/lib/plan/plan';
import { createDataset, deleteDataset, findDatasetsByName } from '@/server/platform/catalog/datasets';
import type { Listed } from '@/server/platform/created';
import { createMappingSet, findMappingSets } from '@/server/platform/data-prep/mapping-sets';
import { createDataflow, deleteDataflow, listDataflows } from '@/server/platform/flow-service/dataflows';
import {
  createSourceConnection,
  deleteSourceConnection,
  listSourceConnections,
} from '@/server/platform/flow-service/source-connections';
import {
  createTargetConnection,
  deleteTargetConnection,
  listTargetConnections,
} from '@/server/platform/flow-service/target-connections';
import {
  createFieldGroup,
  deleteFieldGroup,
  findFieldGroupsByTitle,
} from '@/server/platform/schema-registry/field-groups';
import { createSchema, deleteSchema, findSchemasByTitle } from '@/server/platform/schema-registry/schemas';
import { fieldGroupExtensionClient } from './extend-field-group';
import type { FoundObject, ObjectClients } from './object-client';
import { identityClient, profileSchemaClient, schemaClassClient } from './target-clients';

/** Every listed candidate again, told apart by our marker: a filter of the platform is a hint, never a proof. */
function mark<Item>(
  object: PlanObject,
  { items, complete }: Listed<Item>,
  read: (item: Item) => Omit<FoundObject, 'marked'> & { text: string },
): Listed<FoundObject> {
  return {
    complete,
    items: items.map((item) => {
      const { text, ...found } = read(item);
      return { ...found, marked: text.includes(`[${object.marker}]`) };
    }),
  };
}

const withEtag = (item: {
  id: string;
  etag: string | undefined;
  createdAtMs: number;
  description: string;
}) => ({
  id: item.id,
  createdAtMs: item.createdAtMs,
  text: item.description,
  ...(item.etag === undefined ? {} : { etag: item.etag }),
});

// Titles are unique: there is one at most, so its age decides nothing.
const registryResource = (item: { id: string; version: string; description: string }) => ({
  id: item.id,
  version: item.version,
  createdAtMs: 0,
  text: item.description,
});

/** The platform's clients by kind of object in a plan. */
export const objectClients: ObjectClients = {
  sourceConnection: {
    create: createSourceConnection,
    find: async (ctx, object, body) => {
      const baseConnectionId = baseConnectionIdSchema.parse(body.baseConnectionId);
      return mark(
        object,
        await listSourceConnections(ctx, { baseConnectionId, name: object.name }),
        withEtag,
      );
    },
    remove: (ctx, id) => deleteSourceConnection(ctx, sourceConnectionIdSchema.parse(id)),
  },
  schemaClass: schemaClassClient,
  fieldGroup: {
    create: createFieldGroup,
    find: async (ctx, object) =>
      mark(object, await findFieldGroupsByTitle(ctx, object.name), registryResource),
    isReusable: true,
    remove: (ctx, id) => deleteFieldGroup(ctx, xdmSchemaIdSchema.parse(id)),
  },
  fieldGroupExtension: fieldGroupExtensionClient,
  schema: {
    create: createSchema,
    find: async (ctx, object) => mark(object, await findSchemasByTitle(ctx, object.name), registryResource),
    isReusable: true,
    remove: (ctx, id) => deleteSchema(ctx, xdmSchemaIdSchema.parse(id)),
  },
  identity: identityClient,
  profileSchema: profileSchemaClient,
  dataset: {
    create: createDataset,
    find: async (ctx, object) =>
      mark(object, await findDatasetsByName(ctx, object.name), (dataset) => ({
        id: dataset.id,
        createdAtMs: dataset.createdAtMs,
        text: dataset.description,
      })),
    isReusable: true,
    remove: (ctx, id) => deleteDataset(ctx, datasetIdSchema.parse(id)),
  },
  targetConnection: {
    create: createTargetConnection,
    find: async (ctx, object) =>
      mark(object, await listTargetConnections(ctx, { name: object.name }), withEtag),
    remove: (ctx, id) => deleteTargetConnection(ctx, targetConnectionIdSchema.parse(id)),
  },
  mappingSet: {
    create: createMappingSet,
    find: async (ctx, object, body) =>
      mark(object, await findMappingSets(ctx, { name: String(body.name) }), (mappingSet) => ({
        id: mappingSet.id,
        version: mappingSet.version,
        createdAtMs: mappingSet.createdAtMs ?? 0,
        text: mappingSet.name,
      })),
    remove: undefined,
  },
  dataflow: {
    create: createDataflow,
    find: async (ctx, object) => mark(object, await listDataflows(ctx, { name: object.name }), withEtag),
    remove: (ctx, id) => deleteDataflow(ctx, dataflowIdSchema.parse(id)),
  },
};
