import type { Json, ServiceRequest } from '../contract';
import { findDataset, findMappingSet, findSchema } from '../ingestion/platform-parts';
import { isObject } from '../plain-json';
import type { Source } from '../sources/source';
import { findSource } from '../sources/sources';
import type { Switches } from '../switches';
import { invalidValue, missingField, refuseUnknown } from './body-fields';
import { flowError, notFound, sourcesError } from './flow-error';
import { flowState, type ResourceDocument } from './flow-state';
import { connectionSpecId } from './vendor-check';

/** The parents of a dataflow, all in the request's sandbox. */
export type FlowParents = {
  sourceConnection: ResourceDocument;
  targetConnection: ResourceDocument;
  source: Source;
};

/** Exactly one id each (1320 empty, 1321 several), of connections that exist here. */
export function readParents(request: ServiceRequest, body: Record<string, Json>): FlowParents {
  const state = flowState(request.sandbox);
  const sourceId = readSingleId(request, body, 'sourceConnectionIds');
  const targetId = readSingleId(request, body, 'targetConnectionIds');
  const sourceConnection = state.sourceConnections[sourceId];
  if (!sourceConnection) throw notFound(request, 'sourceConnections', sourceId);
  const targetConnection = state.targetConnections[targetId];
  if (!targetConnection) throw notFound(request, 'targetConnections', targetId);
  const source = findSource(connectionSpecId(sourceConnection));
  if (!source) throw sourcesError(request, '1395-400', 'The source connection is missing in the flow.');
  return { sourceConnection, targetConnection, source };
}

function readSingleId(request: ServiceRequest, body: Record<string, Json>, field: string): string {
  const ids = body[field];
  if (ids === undefined || ids === null || (Array.isArray(ids) && ids.length === 0)) {
    throw sourcesError(request, '1320-400', `The list ${field} is empty.`);
  }
  if (!Array.isArray(ids)) throw invalidValue(request, field, 'a list is expected');
  if (ids.length !== 1)
    throw sourcesError(request, '1321-400', `The list ${field} must have exactly one ID.`);
  const [id] = ids;
  if (typeof id !== 'string' || id === '')
    throw invalidValue(request, field, 'a list with one ID is expected');
  return id;
}

/** The dataset a target connection names. */
export function targetDatasetId(targetConnection: ResourceDocument): string {
  const { params } = targetConnection;
  return isObject(params) ? String(params.dataSetId) : '';
}

/**
 * Reads `transformations`: one `Mapping` with a mapping set that exists in that version and was written for the schema
 * of the target dataset (1425). Returns them as `GET` shows them, with the version as a string.
 */
export function readTransformations(
  request: ServiceRequest,
  switches: Switches,
  body: Record<string, Json>,
  targetConnection: ResourceDocument,
): Json {
  const { transformations } = body;
  if (transformations === undefined || transformations === null) {
    throw sourcesError(request, '1370-400', 'The mapping transformation is missing.');
  }
  if (!Array.isArray(transformations)) throw invalidValue(request, 'transformations', 'a list is expected');
  if (transformations.length === 0) {
    throw sourcesError(request, '1370-400', 'The mapping transformation is missing.');
  }
  const [first, ...others] = transformations;
  if (!isObject(first)) throw invalidValue(request, 'transformations', 'a list of objects is expected');
  refuseUnknown(request, first, ['name', 'params'], 'transformations.');
  if (others.length > 0 || first.name !== 'Mapping') {
    throw sourcesError(request, '1328-400', 'Exactly one transformation with the name Mapping is expected.');
  }
  const { mappingId, version } = readMappingParams(request, first.params);
  const mappingSet = findMappingSet(request.sandbox, mappingId);
  if (!mappingSet) {
    throw flowError(
      request,
      '1419-400',
      `The mapping set ${mappingId} cannot be validated: it is not found.`,
    );
  }
  const inVersion = findMappingSet(request.sandbox, mappingId, version);
  if (!inVersion) {
    throw flowError(request, '1412-400', `The mapping version ${version} of ${mappingId} is invalid.`);
  }
  checkSchemas(request, switches, inVersion, targetConnection);
  return [{ name: 'Mapping', params: { mappingId, mappingVersion: String(version) } }];
}

function readMappingParams(
  request: ServiceRequest,
  params: Json | undefined,
): { mappingId: string; version: number } {
  if (!isObject(params)) {
    throw sourcesError(request, '1329-400', 'The parameters of the mapping transformation are missing.');
  }
  refuseUnknown(request, params, ['mappingId', 'mappingVersion'], 'transformations.params.');
  const { mappingId, mappingVersion } = params;
  if (typeof mappingId !== 'string' || mappingId === '') {
    throw sourcesError(
      request,
      '1329-400',
      'The parameter mappingId of the mapping transformation is missing.',
    );
  }
  if (mappingVersion === undefined || mappingVersion === null) throw missingField(request, 'mappingVersion');
  const version =
    typeof mappingVersion === 'string' && /^\d{1,9}$/.test(mappingVersion)
      ? Number(mappingVersion)
      : mappingVersion;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 0) {
    throw flowError(request, '1412-400', 'The mapping version is invalid.');
  }
  return { mappingId, version };
}

type Version = { major: number; minor?: number };

/** 1425 unless mapping set, target connection and dataset all mean the same schema in the same version. */
function checkSchemas(
  request: ServiceRequest,
  switches: Switches,
  mappingSet: unknown,
  targetConnection: ResourceDocument,
): void {
  const dataset = findDataset(request.sandbox, targetDatasetId(targetConnection));
  if (!dataset) {
    throw flowError(request, '1419-400', 'The mapping cannot be validated: the target dataset is not found.');
  }
  const schema = findSchema(request.sandbox, dataset.schemaId);
  const differs = (what: string) =>
    flowError(
      request,
      '1425-400',
      `The schema ID or version of ${what} differs from the schema of the target dataset ${dataset.id}.`,
    );
  if (!schema) throw differs('the target dataset');
  const ofMapping = mappingSchema(mappingSet);
  if (ofMapping.id !== dataset.schemaId) throw differs('the mapping');
  const versions = [parseVersion(ofMapping.version), { major: parseVersion(schema.version)?.major ?? 1 }];
  const { data } = targetConnection;
  if (isObject(data) && isObject(data.schema)) {
    if (data.schema.id !== dataset.schemaId) throw differs('the target connection');
    versions.push(parseVersion(data.schema.version));
  }
  if (!agree(versions, switches.compareMinorSchemaVersions)) throw differs('the mapping');
}

function mappingSchema(mappingSet: unknown): { id?: unknown; version?: unknown } {
  if (!isObject(mappingSet)) return {};
  const output = isObject(mappingSet.outputSchema) ? mappingSet.outputSchema.schemaRef : undefined;
  const reference = isObject(mappingSet.schemaRef) ? mappingSet.schemaRef : isObject(output) ? output : {};
  return {
    id: reference.id ?? mappingSet.xdmSchema,
    version: mappingSet.xdmVersion ?? reference.contentType,
  };
}

/** `1.0`, or the version inside a content type such as `application/vnd.adobe.xed-full+json;version=1`. */
function parseVersion(text: unknown): Version | undefined {
  if (typeof text !== 'string') return undefined;
  const match = /(?:^|version=)\s*(\d+)(?:\.(\d+))?\s*$/.exec(text);
  if (!match) return undefined;
  return { major: Number(match[1]), ...(match[2] === undefined ? {} : { minor: Number(match[2]) }) };
}

function agree(versions: (Version | undefined)[], minorsToo: boolean): boolean {
  const known = versions.filter((version) => version !== undefined);
  const majors = new Set(known.map((version) => version.major));
  const minors = new Set(known.flatMap((version) => (version.minor === undefined ? [] : [version.minor])));
  return majors.size <= 1 && (!minorsToo || minors.size <= 1);
}
