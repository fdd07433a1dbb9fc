import type { DatasetId, OnboardingId, XdmSchemaId } from '@/lib/ids';
import { findFields } from '@/lib/mapping/find-fields';
import { jsonSchemaNodeSchema } from '@/lib/schema/json-schema-node-schema';
import { buildSchemaTree, type SchemaTree } from '@/lib/schema/schema-tree';
import { limitCalls } from '@/server/limit-calls';
import { listDatasets } from '@/server/platform/catalog/datasets';
import type { PlatformContext } from '@/server/platform/platform-context';
import { PlatformError } from '@/server/platform/platform-error';
import { getResolvedSchema, listSchemas } from '@/server/platform/schema-registry/schemas';
import { loadOnboarding } from './load-onboarding';
import type { TeamContext } from './team-context';

export type DatasetChoice = {
  id: DatasetId;
  name: string;
  schemaId: XdmSchemaId;
  schemaTitle?: string;
  /** The first fields found; only in a search by field. */
  fields?: string[];
};

export type DatasetSearch = { text: string; in: 'name' | 'field' };

const shown = 50;
const searchedDatasets = 500;
/** Schemas are read one by one: no call of the registry searches fields. The newest datasets' come first. */
const searchedSchemas = 60;
const schemasAtOnce = 4;
const shownFields = 3;
const shortestFieldSearch = 2;

/**
 * Datasets whose name or whose schema's title contains the text, or whose schema has a field like it; newest first.
 * Those without a schema cannot be mapped onto and are left out.
 */
export async function searchDatasets(
  ctx: TeamContext,
  id: OnboardingId,
  search: DatasetSearch,
): Promise<DatasetChoice[]> {
  const { sandboxName } = await loadOnboarding(ctx, id);
  const platform = await ctx.platform(sandboxName);
  const [{ items }, schemas] = await Promise.all([
    listDatasets(platform, { limit: searchedDatasets }),
    listSchemas(platform),
  ]);
  const titles = new Map(schemas.items.map((schema) => [schema.id, schema.title]));
  const datasets = items.flatMap(({ id: datasetId, name, schemaId }): DatasetChoice[] => {
    if (!schemaId) return [];
    const schemaTitle = titles.get(schemaId);
    return [{ id: datasetId, name, schemaId, ...(schemaTitle && { schemaTitle }) }];
  });
  return search.in === 'name'
    ? withName(datasets, search.text).slice(0, shown)
    : (await withField(platform, datasets, search.text)).slice(0, shown);
}

function withName(datasets: readonly DatasetChoice[], text: string): DatasetChoice[] {
  const wanted = text.trim().toLocaleLowerCase();
  return datasets.filter(
    ({ name, schemaTitle }) =>
      name.toLocaleLowerCase().includes(wanted) || schemaTitle?.toLocaleLowerCase().includes(wanted),
  );
}

async function withField(
  platform: PlatformContext,
  datasets: readonly DatasetChoice[],
  text: string,
): Promise<DatasetChoice[]> {
  if (text.trim().length < shortestFieldSearch) return [];
  const ids = [...new Set(datasets.map(({ schemaId }) => schemaId))].slice(0, searchedSchemas);
  const limited = limitCalls(schemasAtOnce);
  const found = new Map(
    await Promise.all(
      ids.map((schemaId) =>
        limited(async (): Promise<[XdmSchemaId, string[]]> => {
          const tree = await treeOf(platform, schemaId);
          return [
            schemaId,
            tree ? findFields(tree, text, shownFields).map((field) => tree.path[field] ?? '') : [],
          ];
        }),
      ),
    ),
  );
  return datasets.flatMap((dataset) => {
    const fields = found.get(dataset.schemaId) ?? [];
    return fields.length === 0 ? [] : [{ ...dataset, fields }];
  });
}

const keptMs = 60_000;
const keptTrees = 100;
// People type letter by letter; the schemas are the same for each. Keyed by whoever may see them.
const trees = new Map<string, { untilMs: number; tree: Promise<SchemaTree | undefined> }>();

function treeOf(platform: PlatformContext, schemaId: XdmSchemaId): Promise<SchemaTree | undefined> {
  const key = JSON.stringify([platform.baseUrl, platform.orgId, platform.sandboxName, schemaId]);
  const known = trees.get(key);
  if (known && known.untilMs > platform.now()) return known.tree;
  const tree = readTree(platform, schemaId);
  trees.delete(key);
  trees.set(key, { untilMs: platform.now() + keptMs, tree });
  tree.catch(() => trees.delete(key));
  for (const [oldest] of trees) {
    if (trees.size <= keptTrees) break;
    trees.delete(oldest);
  }
  return tree;
}

/** Undefined for a schema that is gone: its dataset is still listed by name. */
async function readTree(platform: PlatformContext, schemaId: XdmSchemaId): Promise<SchemaTree | undefined> {
  try {
    const { jsonSchema } = await getResolvedSchema(platform, schemaId);
    return buildSchemaTree(jsonSchemaNodeSchema.parse(jsonSchema));
  } catch (error) {
    if (error instanceof PlatformError && error.kind === 'not-found') return undefined;
    throw error;
  }
}
