import type { XdmSchemaId } from '@/lib/ids';
import { findFields } from '@/lib/mapping/find-fields';
import { jsonSchemaNodeSchema } from '@/lib/schema/json-schema-node-schema';
import { buildSchemaTree, type SchemaTree } from '@/lib/schema/schema-tree';
import { limitCalls } from '@/server/limit-calls';
import type { PlatformContext } from '@/server/platform/platform-context';
import { PlatformError } from '@/server/platform/platform-error';
import { getResolvedSchema } from '@/server/platform/schema-registry/schemas';

export type FieldsFound = {
  /** The first fields found, by schema; a schema without any is missing. */
  fields: ReadonlyMap<XdmSchemaId, string[]>;
  /** Schemas that were not looked into, because there are too many. */
  skipped: number;
};

/** Schemas are read one by one: no call of the registry searches fields. */
const searchedSchemas = 60;
const schemasAtOnce = 4;
const shownFields = 3;
const shortestSearch = 2;

/** Looks for a field into the first of the given schemas; texts of one letter find nothing. */
export async function findInSchemas(
  platform: PlatformContext,
  schemaIds: readonly XdmSchemaId[],
  text: string,
): Promise<FieldsFound> {
  if (text.trim().length < shortestSearch) return { fields: new Map(), skipped: 0 };
  const ids = [...new Set(schemaIds)];
  const limited = limitCalls(schemasAtOnce);
  const found = await Promise.all(
    ids.slice(0, searchedSchemas).map((schemaId) =>
      limited(async (): Promise<[XdmSchemaId, string[]]> => {
        const tree = await treeOf(platform, schemaId);
        const fields = tree ? findFields(tree, text, shownFields) : [];
        return [schemaId, fields.map((field) => tree?.path[field] ?? '')];
      }),
    ),
  );
  return {
    fields: new Map(found.filter(([, fields]) => fields.length > 0)),
    skipped: Math.max(0, ids.length - searchedSchemas),
  };
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
