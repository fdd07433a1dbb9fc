import { type Json, ServiceError, type ServiceReply, type ServiceRequest } from '@/e2e/emulator/contract';
import { dropBatchFiles } from '@/e2e/emulator/data-access/batch-files';
import { findTargetConnection } from '@/e2e/emulator/flow-service/lookup';
import { applyJsonPatch } from '@/e2e/emulator/schema-registry/json-patch';
import { problem, problemBody } from '@/e2e/emulator/schema-registry/registry-errors';
import { isObject } from '@/e2e/emulator/schema-registry/registry-state';
import type { Switches } from '@/e2e/emulator/switches';
import { keyedPage } from './catalog-query';
import { type Dataset, readCatalog } from './catalog-state';
import { checkDataset, type DatasetInput } from './dataset-rules';

const queryTable = 'adobe/pqs/table';

/** What the catalog writes itself and no patch may touch. */
const fixed = [
  'id',
  'version',
  'imsOrg',
  'sandboxId',
  'created',
  'updated',
  'createdClient',
  'createdUser',
  'updatedUser',
  'files',
  'viewId',
  'observableSchema',
  'classification',
  'state',
] as const;

function tableName(name: string, taken: Set<string>): string {
  const stem =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 60) || 'dataset';
  let candidate = stem;
  for (let number = 2; taken.has(candidate); number += 1) candidate = `${stem}_${number}`;
  return candidate;
}

/** Puts a checked dataset into the catalog of the request's sandbox. */
export function storeDataset(
  request: Pick<ServiceRequest, 'organisation' | 'sandbox' | 'client' | 'nowMs' | 'newId'>,
  input: DatasetInput,
): Dataset {
  const { organisation, sandbox, client, nowMs } = request;
  const { dataSets } = readCatalog(sandbox);
  const taken = new Set(Object.values(dataSets).flatMap((dataset) => dataset.tags[queryTable] ?? []));
  const id = request.newId('hex24');
  const { dataBehavior, ...own } = input;
  const dataset: Dataset = {
    id,
    version: '1.0.0',
    imsOrg: organisation.orgId,
    sandboxId: sandbox.id,
    ...own,
    tags: { [queryTable]: [tableName(own.name, taken)], ...own.tags },
    created: nowMs,
    updated: nowMs,
    createdClient: client.clientId,
    createdUser: client.technicalAccountId,
    updatedUser: client.technicalAccountId,
    state: 'DRAFT',
    classification: { dataBehavior, managedBy: 'CUSTOMER' },
    files: `@/dataSetFiles?dataSetId=${id}`,
    viewId: request.newId('hex24'),
    observableSchema: {},
  };
  dataSets[id] = dataset;
  return dataset;
}

/** `POST /dataSets`: 201 with a list of one reference. */
export function createDataset(request: ServiceRequest): ServiceReply {
  requireMedia(request, ['application/json']);
  const { id } = storeDataset(request, checkDataset(request.organisation, request.sandbox, request.body));
  return {
    status: 201,
    headers: { location: `/data/foundation/catalog/dataSets/${id}` },
    body: [`@/dataSets/${id}`],
  };
}

function requireMedia(request: ServiceRequest, accepted: string[]): void {
  const sent = request.headers['content-type'];
  if (sent === undefined || sent.trim() === '') throw problem(400, 'A valid content-type must be specified');
  const media = sent.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!accepted.includes(media)) throw problem(415, `Content-Type ${sent} is not supported`);
}

/** The dataset of the path, or 404. */
export function existing(request: ServiceRequest): Dataset {
  const { dataSets } = readCatalog(request.sandbox);
  const id = request.params.id ?? '';
  const found = Object.hasOwn(dataSets, id) ? dataSets[id] : undefined;
  if (found === undefined) throw problem(404, `The dataset ${id} does not exist in this sandbox`);
  return found;
}

/** `GET /dataSets`: an object keyed by id. */
export function listDatasets(request: ServiceRequest): ServiceReply {
  return {
    status: 200,
    body: keyedPage(Object.values(readCatalog(request.sandbox).dataSets), request.query),
  };
}

/** `GET /dataSets/{id}`: an object with one key. */
export function getDataset(request: ServiceRequest): ServiceReply {
  const query = new URLSearchParams();
  const properties = request.query.get('properties');
  if (properties !== null) query.set('properties', properties);
  return { status: 200, body: keyedPage([existing(request)], query) };
}

type Tree = { [key: string]: Json };

function mergeInto(target: Json | undefined, change: Json): Json {
  if (!isObject(change)) return change;
  const merged: Tree = { ...(isObject(target) ? target : {}) };
  for (const [key, value] of Object.entries(change)) {
    if (key === '__proto__') throw problem(400, 'A property must not be named __proto__');
    if (value === null) delete merged[key];
    else merged[key] = mergeInto(Object.hasOwn(merged, key) ? merged[key] : undefined, value);
  }
  return merged;
}

function mergeTop(dataset: Dataset, change: Tree): Json {
  const merged: Tree = { ...(dataset as Tree) };
  for (const [key, value] of Object.entries(change)) {
    if (key === '__proto__') throw problem(400, 'A property must not be named __proto__');
    merged[key] = value;
  }
  return merged;
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function applyChange(request: ServiceRequest, dataset: Dataset, document: Json): ServiceReply {
  if (!isObject(document)) throw problem(400, 'The body must be a JSON object');
  const touched = fixed.find((name) => !same(document[name], dataset[name]));
  if (touched !== undefined) throw problem(400, `${touched} is written by the catalog and cannot be changed`);
  const input = checkDataset(request.organisation, request.sandbox, document, dataset.id);
  if (input.schemaRef.id !== dataset.schemaRef.id)
    throw problem(400, 'The schema of a dataset cannot be changed');
  const { dataBehavior: _behavior, ...own } = input;
  const [major = '1', minor = '0', patch = '0'] = dataset.version.split('.');
  readCatalog(request.sandbox).dataSets[dataset.id] = {
    ...dataset,
    ...own,
    version: `${major}.${minor}.${Number(patch) + 1}`,
    updated: request.nowMs,
    updatedUser: request.client.technicalAccountId,
  };
  return { status: 200, body: [`@/dataSets/${dataset.id}`] };
}

/** `PATCH /dataSets/{id}`: an object replaces top level properties; a JSON Patch list comes under either media type. */
export function patchDataset(request: ServiceRequest): ServiceReply {
  requireMedia(request, ['application/json', 'application/json-patch+json']);
  const dataset = existing(request);
  const { body = null } = request;
  if (isObject(body)) return applyChange(request, dataset, mergeTop(dataset, body));
  const patched = applyJsonPatch(dataset as Json, body);
  if (!patched.ok) throw problem(400, patched.message);
  return applyChange(request, dataset, patched.document);
}

/** `PATCH /v2/dataSets/{id}`: merges at every depth and makes missing objects; honours `If-Match` when it is sent. */
export function mergeDataset(request: ServiceRequest): ServiceReply {
  requireMedia(request, ['application/json', 'application/merge-patch+json']);
  const dataset = existing(request);
  const expected = request.headers['if-match'];
  if (expected !== undefined && expected.replaceAll('"', '') !== dataset.version) {
    throw new ServiceError(
      412,
      problemBody(412, `The dataset is at version ${dataset.version}, not ${expected}`),
    );
  }
  const { body = null } = request;
  if (!isObject(body)) throw problem(400, 'The body must be a JSON object');
  return applyChange(request, dataset, mergeInto(dataset as Json, body));
}

/** `PUT /dataSets/{id}`: the body replaces everything that its sender decides. */
export function putDataset(request: ServiceRequest): ServiceReply {
  requireMedia(request, ['application/json']);
  const dataset = existing(request);
  const { body = null } = request;
  if (!isObject(body)) throw problem(400, 'The body must be a JSON object');
  const kept = Object.fromEntries(fixed.map((name) => [name, dataset[name] ?? null]));
  const table = dataset.tags[queryTable] ?? [];
  const tags = { [queryTable]: table, ...(isObject(body.tags) ? body.tags : {}) };
  return applyChange(request, dataset, { ...kept, schemaRef: dataset.schemaRef, ...body, tags });
}

/** `DELETE /dataSets/{id}`: 200 with the reference; its batches and records go with it. */
export function deleteDataset(request: ServiceRequest, switches: Switches): ServiceReply {
  const { id } = existing(request);
  const user = switches.protectUsedDatasets ? findTargetConnection(request.sandbox, id) : undefined;
  if (user !== undefined) {
    throw problem(400, `The dataset ${id} is used by the target connection ${user} and cannot be deleted`);
  }
  const state = readCatalog(request.sandbox);
  delete state.dataSets[id];
  delete state.records[id];
  delete state.recordTotals?.[id];
  dropBatchFiles(request.sandbox, id);
  for (const batch of Object.values(state.batches)) {
    if (batch.relatedObjects.some((related) => related.id === id)) delete state.batches[batch.id];
  }
  return { status: 200, body: [`@/dataSets/${id}`] };
}
