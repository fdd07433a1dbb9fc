import type { BaseConnectionId } from '@/lib/ids';
import { callPlatform } from '../http';
import type { JsonObject } from '../json-object';
import type { PlatformContext } from '../platform-context';
import { exploredSchema } from './explore.wire';

export type ExploredSource = {
  /** JSON Schema inferred from a sample of live data: it may differ from call to call. */
  schema: JsonObject;
  /** Sample records, personal data; empty unless `preview` was asked for. */
  records: unknown[];
};

/**
 * Looks at the data behind an account (`GET /connections/{id}/explore`). Reaches through to the source, so its refusal
 * arrives as an error of this call: see `readSourceRefusal`.
 */
export async function exploreSource(
  ctx: PlatformContext,
  request: {
    baseConnectionId: BaseConnectionId;
    sourceParams: Readonly<Record<string, string>>;
    preview: boolean;
  },
): Promise<ExploredSource> {
  const { schema, data } = await callPlatform(ctx, {
    kind: 'preview',
    method: 'GET',
    service: 'flow-service',
    path: '/connections/{id}/explore',
    params: { id: request.baseConnectionId },
    query: [
      ['objectType', 'rest'],
      ['object', 'json'],
      ['fileType', 'json'],
      ['preview', String(request.preview)],
      ...encodeSourceParams(request.sourceParams),
    ],
    schema: exploredSchema,
  });
  return { schema, records: request.preview ? data : [] };
}

// Padded base64 of compact JSON. The `=` is percent-encoded once, when the URL is built; doing it here too would make
// it `%253D`, which the service refuses.
function encodeSourceParams(params: Readonly<Record<string, string>>): [string, string][] {
  if (Object.keys(params).length === 0) return [];
  return [['sourceParams', Buffer.from(JSON.stringify(params), 'utf8').toString('base64')]];
}
