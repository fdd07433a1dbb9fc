import type { Json, Route, ServiceRequest } from '../contract';
import type { FlowRuntime } from '../flow-runtime';
import { findDataset } from '../ingestion/platform-parts';
import { clonePlain } from '../plain-json';
import {
  invalidValue,
  readBodyObject,
  readObject,
  readOptionalText,
  readText,
  refuseUnknown,
} from './body-fields';
import { edgeConnectionRoutes } from './edge-connections';
import { flowError, sourcesError } from './flow-error';
import { createDocument, type ResourceDocument } from './flow-state';
import { dataLakeSpecId } from './specs';

const formats = ['parquet_xdm', 'json', 'delimited', 'parquet', 'tabular'];

/** Target connections: which dataset a dataflow writes. */
export function targetConnectionRoutes(runtime: FlowRuntime): Route[] {
  return edgeConnectionRoutes(
    {
      collection: 'targetConnections',
      flowField: 'targetConnectionIds',
      filterFields: ['id', 'name', 'description', 'connectionSpec.id', 'baseConnectionId', 'state'],
      create: createTargetConnection,
      describe: (_request, document) => ({ ...document, inheritedAttributes: {} }),
      check: (request, _document, edited) => {
        readOptionalText(request, edited, 'name');
        readOptionalText(request, edited, 'description');
        readData(request, edited);
        readParams(request, edited);
      },
    },
    runtime,
  );
}

function createTargetConnection(request: ServiceRequest, state: string): ResourceDocument {
  const body = readBodyObject(request, ['name', 'description', 'connectionSpec', 'data', 'params']);
  const name = readText(request, body, 'name');
  const spec = readObject(request, body, 'connectionSpec');
  refuseUnknown(request, spec, ['id', 'version'], 'connectionSpec.');
  const id = readText(request, spec, 'id');
  const version = readText(request, spec, 'version');
  if (id !== dataLakeSpecId) {
    throw sourcesError(
      request,
      '1307-400',
      `The connection spec ${id} is not valid for a target connection.`,
    );
  }
  return createDocument(request, state, {
    name,
    ...readOptionalText(request, body, 'description'),
    connectionSpec: { id, version },
    data: readData(request, body),
    params: readParams(request, body),
  });
}

function readData(request: ServiceRequest, body: Record<string, Json>): Json {
  const data = readObject(request, body, 'data');
  refuseUnknown(request, data, ['format', 'schema', 'properties'], 'data.');
  const format = readText(request, data, 'format');
  if (!formats.includes(format)) throw invalidValue(request, 'data.format', 'the format is not supported');
  if (data.schema !== undefined && data.schema !== null) {
    const schema = readObject(request, data, 'schema');
    refuseUnknown(request, schema, ['id', 'version'], 'data.schema.');
    readText(request, schema, 'id');
    readText(request, schema, 'version');
  }
  return clonePlain(data);
}

function readParams(request: ServiceRequest, body: Record<string, Json>): Json {
  const params = readObject(request, body, 'params');
  refuseUnknown(request, params, ['dataSetId', 'version'], 'params.');
  const { dataSetId } = params;
  if (dataSetId === undefined || dataSetId === null || dataSetId === '') {
    throw sourcesError(request, '1325-400', 'The parameter dataSetId of the target connection is missing.');
  }
  if (typeof dataSetId !== 'string') throw invalidValue(request, 'params.dataSetId', 'a string is expected');
  if (!findDataset(request.sandbox, dataSetId)) {
    throw flowError(
      request,
      '1101-404',
      `The dataset ${dataSetId} is not found. Verify the ID before trying again.`,
    );
  }
  return clonePlain(params);
}
