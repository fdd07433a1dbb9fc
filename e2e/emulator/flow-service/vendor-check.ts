import type { Json, ServiceRequest } from '../contract';
import { isObject } from '../plain-json';
import type { VendorRefusal } from '../sources/source';
import { findSource } from '../sources/sources';
import { sourcesError } from './flow-error';
import type { ResourceDocument } from './flow-state';

/** The `auth.params` of a base connection. */
export function authParams(connection: ResourceDocument): Record<string, Json> {
  const { auth } = connection;
  return isObject(auth) && isObject(auth.params) ? auth.params : {};
}

/** The connection spec id of a connection of any kind. */
export function connectionSpecId(connection: ResourceDocument): string {
  const { connectionSpec } = connection;
  return isObject(connectionSpec) && typeof connectionSpec.id === 'string' ? connectionSpec.id : '';
}

/** What the vendor says to this base connection's credential. */
export function askVendor(connection: ResourceDocument, resourcePath?: string): VendorRefusal | undefined {
  return findSource(connectionSpecId(connection))?.checkCredential(authParams(connection), resourcePath);
}

/** 1308 with the vendor's own text when the vendor refuses. */
export function checkWithVendor(
  request: ServiceRequest,
  connection: ResourceDocument,
  resourcePath?: string,
): void {
  const refusal = askVendor(connection, resourcePath);
  if (!refusal) return;
  throw sourcesError(
    request,
    '1308-400',
    `The source responded with status ${refusal.httpStatus}: ${refusal.message}`,
  );
}
