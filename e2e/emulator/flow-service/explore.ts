import type { Json, ServiceReply, ServiceRequest } from '../contract';
import type { FlowRuntime } from '../flow-runtime';
import { decodeUtf8 } from '../http/read-body';
import { parseStrictJson } from '../http/strict-json';
import { isObject } from '../plain-json';
import type { Source, SourceStream } from '../sources/source';
import { findSource } from '../sources/sources';
import { createdAtMs } from '../sources/timeline';
import { invalidValue } from './body-fields';
import { sourcesError } from './flow-error';
import type { ResourceDocument } from './flow-state';
import { inferSchema } from './infer-schema';
import { checkWithVendor, connectionSpecId } from './vendor-check';

const sampleSize = 100;
const previewRows = 10;

/**
 * `GET /connections/{id}/explore`: the schema of a sample of the source's records, with `preview=true` also ten of them,
 * newest first. The vendor is asked, so a refused credential shows here.
 */
export function exploreConnection(
  request: ServiceRequest,
  runtime: FlowRuntime,
  connection: ResourceDocument,
): ServiceReply {
  const source = findSource(connectionSpecId(connection));
  if (!source) throw sourcesError(request, '1336-400', 'Explore is not supported for this connection.');
  const preview = readExploreQuery(request);
  const stream = readStream(request, source);
  checkWithVendor(request, connection, stream.resourcePath === '' ? undefined : stream.resourcePath);

  const historyEndsMs = runtime.historyEndsMs();
  const newest = stream.history.count - 1;
  const sample = Array.from({ length: Math.min(sampleSize, stream.history.count) }, (_, n) =>
    stream.record(newest - n, createdAtMs(stream, historyEndsMs, newest - n)),
  );
  return {
    status: 200,
    body: {
      format: 'hierarchical',
      schema: inferSchema(sample),
      ...(preview ? { data: sample.slice(0, previewRows) } : {}),
    },
  };
}

function readExploreQuery(request: ServiceRequest): boolean {
  const objectType = request.query.get('objectType');
  if (objectType === null) throw parameterMissing(request, 'objectType');
  if (objectType.toLowerCase() !== 'rest') {
    throw sourcesError(request, '1358-400', `The objectType ${objectType} is invalid for this source.`);
  }
  const object = request.query.get('object');
  if (object === null) throw parameterMissing(request, 'object');
  if (object === '') throw sourcesError(request, '1337-400', 'The query parameter object is empty.');
  if (object !== 'json') throw invalidValue(request, 'object', 'json is expected');
  const fileType = request.query.get('fileType') ?? request.query.get('FileType');
  if (fileType === null) throw parameterMissing(request, 'fileType');
  if (fileType.toLowerCase() !== 'json') {
    throw sourcesError(request, '1399-400', `The file type ${fileType} is invalid.`);
  }
  const preview = request.query.get('preview') ?? 'false';
  if (preview !== 'true' && preview !== 'false')
    throw invalidValue(request, 'preview', 'true or false is expected');
  return preview === 'true';
}

function parameterMissing(request: ServiceRequest, name: string) {
  return sourcesError(request, '1359-400', `The query parameter ${name} is missing.`);
}

function readStream(request: ServiceRequest, source: Source): SourceStream {
  const text = request.query.get('sourceParams');
  if (text === '') throw sourcesError(request, '1337-400', 'The query parameter sourceParams is empty.');
  return findStream(request, source, text === null ? {} : decodeSourceParams(request, text), 'sourceParams');
}

/** The stream that `params` of a source connection, or `sourceParams` of explore, choose. */
export function findStream(
  request: ServiceRequest,
  source: Source,
  params: Record<string, Json>,
  where: string,
): SourceStream {
  const [only] = source.streams;
  if (source.streams.length === 1 && only) {
    const [unknown] = Object.keys(params);
    if (unknown !== undefined)
      throw invalidValue(request, `${where}.${unknown}`, 'the source has no such parameter');
    return only;
  }
  const { resourcePath, ...others } = params;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw invalidValue(request, `${where}.${unknown}`, 'the source has no such parameter');
  if (resourcePath === undefined || resourcePath === '') {
    throw sourcesError(request, '1337-400', `The parameter ${where}.resourcePath is empty.`);
  }
  const stream = source.streams.find((candidate) => candidate.resourcePath === resourcePath);
  if (!stream) {
    const known = source.streams.map((candidate) => candidate.resourcePath).join(', ');
    throw invalidValue(request, `${where}.resourcePath`, `one of ${known} is expected`);
  }
  return stream;
}

/** Standard base64 with padding around a JSON object, encoded for the URL exactly once. */
function decodeSourceParams(request: ServiceRequest, text: string): Record<string, Json> {
  const unparsable = () =>
    sourcesError(request, '1389-400', 'The base64 parameter sourceParams cannot be parsed.');
  if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(text)) throw unparsable();
  const json = decodeUtf8(Buffer.from(text, 'base64'));
  if (json === undefined) throw unparsable();
  const value = parseOrUndefined(json);
  if (!isObject(value)) throw unparsable();
  return value;
}

function parseOrUndefined(json: string): Json | undefined {
  try {
    return parseStrictJson(json);
  } catch {
    return undefined;
  }
}
