import type { ServiceReply, ServiceRequest } from '../contract';
import type { Switches } from '../switches';
import { flowError } from './flow-error';
import type { ResourceDocument } from './flow-state';

/** Checks `If-Match`: missing is 400 (1403), stale is 412 (1404). */
export function checkIfMatch(request: ServiceRequest, document: ResourceDocument, switches: Switches): void {
  const inQuery = switches.ifMatchInQuery ? (request.query.get('if-match') ?? undefined) : undefined;
  const given = request.headers['if-match'] ?? inQuery;
  if (given === undefined || given === '') {
    throw flowError(request, '1403-400', 'The If-Match header is missing in the request.');
  }
  if (given === document.etag) return;
  if (!switches.quotedIfMatch && `"${given}"` === document.etag) return;
  throw flowError(
    request,
    '1404-412',
    `The supplied version ${given} does not match the current version ${document.etag}.`,
  );
}

/** `{id, etag}` of a changed resource. */
export function changed(document: ResourceDocument): ServiceReply {
  return { status: 200, body: { id: document.id, etag: document.etag } };
}

/** 201 with `{id, etag}` and where to find the new resource. */
export function created(collection: string, document: ResourceDocument): ServiceReply {
  return {
    status: 201,
    headers: {
      location: `https://platform.adobe.io/data/foundation/flowservice/${collection}/${document.id}`,
      etag: document.etag,
    },
    body: { id: document.id, etag: document.etag },
  };
}
