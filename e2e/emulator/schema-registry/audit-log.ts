import type { Json, ServiceReply, ServiceRequest } from '@/e2e/emulator/contract';
import { resourceNotFound, stamp } from './registry-errors';
import { type Resource, registryState } from './registry-state';
import { findAny } from './resources';

/** One change of a resource, as the audit log shows it. */
export type AuditEntry = {
  id: string;
  xdmType: string;
  action: 'add' | 'replace' | 'remove';
  path: string;
  value: Json;
  byUser: string;
  byClient: string;
  requestId: string;
  atMs: number;
};

const mostEntries = 5000;

/** Writes a change into the audit log of the sandbox; the oldest entries go. */
export function recordChange(
  request: ServiceRequest,
  before: Resource | undefined,
  after: Resource | undefined,
): void {
  const state = registryState(request.sandbox);
  const resource = after ?? before;
  if (!resource) return;
  const common = {
    id: resource.$id,
    xdmType: resource['meta:resourceType'],
    byUser: request.client.technicalAccountId,
    byClient: request.client.clientId,
    requestId: request.requestId,
    atMs: request.nowMs,
  };
  const log = state.auditLog ?? [];
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  for (const name of names) {
    const [old, fresh] = [before?.[name], after?.[name]];
    if (name === 'meta:registryMetadata' || JSON.stringify(old) === JSON.stringify(fresh)) continue;
    const action = old === undefined ? 'add' : fresh === undefined ? 'remove' : 'replace';
    log.push({ ...common, action, path: `/${name}`, value: (fresh ?? null) as Json });
  }
  state.auditLog = log.length > mostEntries ? log.slice(-mostEntries) : log;
}

/** `GET /rpc/auditlog/{id}`: the changes of a resource, the newest request first. */
export function getAuditLog(request: ServiceRequest): ServiceReply {
  const { organisation, sandbox } = request;
  const id = request.params.id ?? '';
  const found = findAny({ organisation, sandbox }, id)?.resource;
  const wanted = found?.$id ?? id;
  const entries = (registryState(sandbox).auditLog ?? []).filter((entry) => entry.id === wanted);
  if (found === undefined && entries.length === 0) throw resourceNotFound(request, id);
  const requests = [...new Set(entries.map((entry) => entry.requestId))].reverse();
  const body = requests.map((requestId) => {
    const own = entries.filter((entry) => entry.requestId === requestId);
    const [first] = own;
    return {
      id: wanted,
      updatedUser: first?.byUser ?? '',
      imsOrg: organisation.orgId,
      updatedTime: stamp(first?.atMs ?? 0),
      requestId,
      clientId: first?.byClient ?? '',
      sandboxId: sandbox.id,
      updates: own.map(({ xdmType, action, path, value }) => ({ id: wanted, xdmType, action, path, value })),
    };
  });
  return { status: 200, body };
}
