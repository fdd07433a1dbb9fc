import { type OnboardingId, type XdmSchemaId, xdmSchemaIdSchema } from '@/lib/ids';
import { isJsonObject, type JsonSchemaNode } from '@/lib/schema/json-schema';
import { propertyPointer } from '@/lib/target/field-addition';
import type { FieldGroupOutline } from '@/lib/target/propose-extension';
import { limitCalls } from '@/server/limit-calls';
import type { PlatformContext } from '@/server/platform/platform-context';
import { getFieldGroupDocument } from '@/server/platform/schema-registry/field-groups';
import { listSchemaParts, listSchemasWith } from '@/server/platform/schema-registry/schemas';
import { getTenantId } from '@/server/platform/schema-registry/stats';
import { loadOnboarding } from './load-onboarding';
import type { TeamContext } from './team-context';

const readsAtOnce = 4;
/** A schema of people has a handful; beyond this the rest is left out. */
const mostFieldGroups = 40;

/**
 * The organisation's own field groups of a schema, which can get more fields, each with the other schemas that use it.
 * Adobe's own are nobody's to change, and one without a tenant object has no place for fields.
 */
export async function listFieldGroups(
  ctx: TeamContext,
  id: OnboardingId,
  schemaId: XdmSchemaId,
): Promise<FieldGroupOutline[]> {
  const { sandboxName } = await loadOnboarding(ctx, id);
  const platform = await ctx.platform(sandboxName);
  const [tenantId, parts] = await Promise.all([getTenantId(platform), listSchemaParts(platform, schemaId)]);
  const own = parts
    .filter((part) => part.startsWith(`https://ns.adobe.com/${tenantId}/mixins/`))
    .flatMap((part) => xdmSchemaIdSchema.safeParse(part).data ?? [])
    .slice(0, mostFieldGroups);
  const limited = limitCalls(readsAtOnce);
  const outlines = await Promise.all(
    own.map((fieldGroupId) => limited(() => readOutline(platform, tenantId, fieldGroupId, schemaId))),
  );
  return outlines.flatMap((outline) => outline ?? []);
}

async function readOutline(
  platform: PlatformContext,
  tenantId: string,
  id: XdmSchemaId,
  schemaId: XdmSchemaId,
): Promise<FieldGroupOutline | undefined> {
  const [{ title, jsonSchema }, users] = await Promise.all([
    getFieldGroupDocument(platform, id),
    listSchemasWith(platform, id),
  ]);
  const found = findTenantObject(jsonSchema, `_${tenantId}`);
  if (!found) return undefined;
  const usedBy = users.items.filter((schema) => schema.id !== schemaId).map((schema) => schema.title);
  return { id, title, ...found, usedBy };
}

/** Where a field group declares the tenant object: in one of its definitions, or at its own top. */
function findTenantObject(
  document: JsonSchemaNode & { definitions?: unknown },
  name: string,
): Pick<FieldGroupOutline, 'tenantPointer' | 'tenantObject'> | undefined {
  const definitions = isJsonObject(document.definitions) ? Object.entries(document.definitions) : [];
  const places: [string, unknown][] = [
    ...definitions.flatMap(([key, node]): [string, unknown][] =>
      /^[A-Za-z0-9_-]+$/.test(key) ? [[`/definitions/${key}`, node]] : [],
    ),
    ['', document],
  ];
  for (const [pointer, node] of places) {
    const properties = isJsonObject(node) ? node.properties : undefined;
    const tenantObject = isJsonObject(properties) ? properties[name] : undefined;
    if (isJsonObject(tenantObject) && isJsonObject(tenantObject.properties)) {
      return { tenantPointer: propertyPointer(pointer, name), tenantObject };
    }
  }
  return undefined;
}
