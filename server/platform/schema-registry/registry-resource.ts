import type { XdmSchemaId } from '@/lib/ids';
import type { Created, Listed } from '../created';
import { callPlatform } from '../http';
import type { JsonObject } from '../json-object';
import type { JsonPatchOperation } from '../json-patch';
import type { PlatformContext } from '../platform-context';
import { PlatformError } from '../platform-error';
import { policy } from '../policy';
import { requireSameId } from '../require-same-id';
import { UnreadableReply } from '../unreadable-reply';
import { registryMediaTypes } from './media-types';
import {
  registryCreatedSchema,
  registryDocumentSchema,
  registryPageSchema,
  registryResourceSchema,
} from './registry.wire';

type Collection = '/tenant/schemas' | '/tenant/fieldgroups' | '/tenant/classes';

/** A schema or field group without its fields. */
export type RegistryResource = {
  /** The `$id`, a URL. */
  id: XdmSchemaId;
  altId: string;
  /** `1.0`, then `1.1` after each change; requests name the major part only. */
  version: string;
  title: string;
  /** Empty where the list did not ask for it. */
  description: string;
  classId: string | undefined;
  /** Ids of everything it is made of; empty where the list did not ask for it. */
  extendedIds: readonly string[];
};

/** A resource with the whole answer, for whoever walks its fields. */
export type RegistryDocument = RegistryResource & { jsonSchema: JsonObject };

export type CreatedRegistryResource = Created<XdmSchemaId> & { altId: string; version: string };

/** POST of a body made elsewhere, unchanged. A title that exists is refused with 400, see `isTitleTaken`. */
export function createRegistryResource(
  ctx: PlatformContext,
  path: Collection,
  body: JsonObject,
): Promise<CreatedRegistryResource> {
  return callPlatform(ctx, {
    kind: 'mutation',
    method: 'POST',
    service: 'schema-registry',
    path,
    body,
    schema: registryCreatedSchema,
  });
}

/** GET by `$id`, without its fields. */
export async function getRegistryResource(
  ctx: PlatformContext,
  path: Collection,
  id: XdmSchemaId,
): Promise<RegistryResource> {
  const found = await callPlatform(ctx, {
    kind: 'read',
    method: 'GET',
    service: 'schema-registry',
    path: `${path}/{id}`,
    params: { id },
    accept: registryMediaTypes.one,
    schema: registryResourceSchema,
  });
  return requireSameId(`GET ${path}/{id}`, id, found);
}

/** GET by `$id` with its fields: as it is stored (`one`), or with everything it is made of resolved (`oneResolved`). */
export async function getRegistryDocument(
  ctx: PlatformContext,
  path: Collection,
  id: XdmSchemaId,
  form: 'one' | 'oneResolved',
): Promise<RegistryDocument> {
  const found = await callPlatform(ctx, {
    kind: 'read',
    method: 'GET',
    service: 'schema-registry',
    path: `${path}/{id}`,
    params: { id },
    accept: registryMediaTypes[form],
    schema: registryDocumentSchema,
  });
  return requireSameId(`GET ${path}/{id}`, id, found);
}

/**
 * Sends a JSON Patch list (`PATCH`). All of it is applied or nothing. The registry publishes no `If-Match`: whoever must
 * not overwrite has to read first.
 */
export function patchRegistryResource(
  ctx: PlatformContext,
  path: Collection,
  id: XdmSchemaId,
  operations: readonly JsonPatchOperation[],
): Promise<CreatedRegistryResource> {
  return callPlatform(ctx, {
    kind: 'mutation',
    method: 'PATCH',
    service: 'schema-registry',
    path: `${path}/{id}`,
    params: { id },
    body: operations,
    schema: registryCreatedSchema,
  });
}

/**
 * Reads a list to its last page, by title, keeping what `matches`. Paging works only together with `orderby`, which
 * the published parameters say nowhere but in prose.
 */
export async function listRegistryResources(
  ctx: PlatformContext,
  list: {
    path: Collection;
    accept: string;
    properties: readonly string[];
    matches: (resource: RegistryResource) => boolean;
  },
): Promise<Listed<RegistryResource>> {
  const items: RegistryResource[] = [];
  const seen = new Set<string>();
  let start: string | undefined;
  for (let page = 0; page < policy.maximumPages; page += 1) {
    const answer = await callPlatform(ctx, {
      kind: 'read',
      method: 'GET',
      service: 'schema-registry',
      path: list.path,
      query: [
        ['orderby', 'title'],
        ['limit', String(policy.pageSize)],
        ...list.properties.map((property): [string, string] => ['property', property]),
        ...(start === undefined ? [] : [['start', start] as const]),
      ],
      accept: list.accept,
      schema: registryPageSchema,
    });
    for (const result of answer.results) {
      const parsed = registryResourceSchema.safeParse(result);
      if (!parsed.success) throw broken(list.path, 'An item of the list has an unexpected shape.');
      if (list.matches(parsed.data)) items.push(parsed.data);
    }
    start = answer._page;
    if (start === undefined) return { items, complete: true };
    if (seen.has(start)) throw broken(list.path, 'The list names the same next page twice.');
    seen.add(start);
    if (items.length >= policy.maximumItems) break;
  }
  return { items: items.slice(0, policy.maximumItems), complete: false };
}

/** The filter for a title. One that holds an operator is not sent: how to quote it is published nowhere. */
export function toTitleFilter(title: string): string[] {
  return /[,=<>!~&]/.test(title) || title !== title.trim() ? [] : [`title==${title}`];
}

function broken(path: string, reason: string): PlatformError {
  return new PlatformError('unreadable', `GET ${path}`, {
    cause: new UnreadableReply('unexpected-shape', reason),
  });
}

/** Whether a create was refused because the title exists in this sandbox: the registry answers 400, not 409. */
export function isTitleTaken(error: unknown): boolean {
  return (
    error instanceof PlatformError &&
    error.kind === 'rejected' &&
    /title must be unique/i.test(`${error.title ?? ''} ${error.detail ?? ''}`)
  );
}
