import { readRecordRange } from '../catalog/lookup';
import type { Service, ServiceReply, ServiceRequest } from '../contract';
import { problem, problemBody } from '../schema-registry/registry-errors';
import { type BatchFiles, createDataAccessState, dataAccessName, findBatchFiles } from './batch-files';
import { previewDataset } from './preview-dataset';
import { rowErrorLines, rowErrorSamples } from './row-error-text';

const base = '/data/foundation/export';
const keptDays = 30;
const rowErrorFile = 'conversion_errors_0.json';

type FileRow = { name: string; length: string; _links: { self: { href: string } } };

function filesOf(request: ServiceRequest): BatchFiles {
  const id = request.params.id ?? '';
  const files = findBatchFiles(request.sandbox, id);
  if (files === undefined) throw problem(404, `The batch ${id} does not exist in this sandbox`);
  return files;
}

function whole(request: ServiceRequest, name: string, fallback: number, most: number): number {
  const text = request.query.get(name);
  if (text === null || text === '') return fallback;
  if (!/^\d{1,9}$/.test(text) || Number(text) > most) {
    throw problem(400, `${name} must be a whole number between 0 and ${most}, not ${text}`);
  }
  return Number(text);
}

function page(request: ServiceRequest, rows: unknown[]): ServiceReply {
  const limit = whole(request, 'limit', 100, 100);
  const start = whole(request, 'start', 0, 999_999_999);
  const data = rows.slice(start, start + limit);
  return { status: 200, body: { data, _page: { limit, count: data.length } } };
}

function fileRow(request: ServiceRequest, path: string, name: string, bytes: number): FileRow {
  const href = `${request.origin}${base}${request.path}?path=${encodeURIComponent(path)}`;
  return { name, length: String(bytes), _links: { self: { href } } };
}

function metaFiles(files: BatchFiles): Map<string, string> {
  const input = { name: files.inputFile, length: files.inputBytes, records: files.inputRecords };
  return new Map([
    [`input_files/${files.inputFile}`, `${JSON.stringify(input)}\n`],
    ...(files.rowErrors.length === 0
      ? []
      : ([
          [`row_errors/${rowErrorFile}`, rowErrorLines(files)],
          ['row_error_samples.json', JSON.stringify(rowErrorSamples(files))],
        ] satisfies [string, string][])),
  ]);
}

/** `GET /batches/{id}/meta`: the folders without `path`, a folder's files, or the text of one file. */
function readMeta(request: ServiceRequest): ServiceReply {
  const files = filesOf(request);
  const contents = request.nowMs - files.storedAtMs > keptDays * 86_400_000 ? new Map() : metaFiles(files);
  // One published page spells the samples in the plural.
  const path = (request.query.get('path') ?? '')
    .replace(/^\/+|\/+$/g, '')
    .replace('row_errors_sample.json', 'row_error_samples.json');
  const text = contents.get(path);
  if (text !== undefined) {
    // Lines of JSON are not JSON.
    const type = path === 'row_error_samples.json' ? 'application/json' : 'application/octet-stream';
    return { status: 200, headers: { 'content-type': type }, body: text };
  }
  const names = new Map<string, number>();
  const prefix = path === '' ? '' : `${path}/`;
  for (const [name, content] of contents) {
    if (!name.startsWith(prefix)) continue;
    const own = name.slice(prefix.length).split('/', 1)[0] ?? '';
    names.set(own, own === name.slice(prefix.length) ? Buffer.byteLength(content) : 0);
  }
  if (names.size === 0 && path !== '' && path !== 'row_errors' && path !== 'input_files') {
    throw problem(404, `The batch ${request.params.id} has no file ${path}`);
  }
  return page(
    request,
    [...names].map(([name, bytes]) => fileRow(request, `${prefix}${name}`, name, bytes)),
  );
}

/** `GET /batches/{id}/files`: one dataset file for each batch that wrote records. */
function listFiles(request: ServiceRequest): ServiceReply {
  const files = filesOf(request);
  const id = `${request.params.id}-1`;
  const { from, to } = files.written;
  const row = {
    dataSetFileId: id,
    dataSetViewId: files.datasetId,
    version: '1.0.0',
    created: String(files.storedAtMs),
    updated: String(files.storedAtMs),
    isValid: true,
    _links: { self: { href: `${request.origin}${base}/files/${id}` } },
  };
  return page(request, to > from ? [row] : []);
}

/** `GET /batches/{id}/failed`: the input of a batch that failed. */
function listFailed(request: ServiceRequest): ServiceReply {
  const files = filesOf(request);
  const row = fileRow(request, files.inputFile, files.inputFile, files.inputBytes);
  return page(request, files.failed ? [row] : []);
}

/** `GET /files/{id}`: the parts of a dataset file, or with `path` the records of one, a JSON object on each line. */
function readFile(request: ServiceRequest): ServiceReply {
  const batchId = /^(.+)-1$/.exec(request.params.id ?? '')?.[1] ?? '';
  const files = findBatchFiles(request.sandbox, batchId);
  if (!files) throw problem(404, `The file ${request.params.id} does not exist in this sandbox`);
  const name = `${batchId}.json`;
  const records = readRecordRange(request.sandbox, files.datasetId, files.written);
  const text = records.map((record) => `${JSON.stringify(record)}\n`).join('');
  const path = request.query.get('path');
  if (path === null) return page(request, [fileRow(request, name, name, Buffer.byteLength(text))]);
  if (path !== name) throw problem(404, `The file ${request.params.id} has no part ${path}`);
  return { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: text };
}

/** Data Access: the files behind batches, above all those that say why rows were refused. */
export const dataAccess: Service = {
  name: dataAccessName,
  base,
  createState: () => createDataAccessState(),
  routes: [
    { op: 'dataAccess.batches.meta', method: 'GET', pattern: '/batches/{id}/meta', handle: readMeta },
    { op: 'dataAccess.batches.files', method: 'GET', pattern: '/batches/{id}/files', handle: listFiles },
    { op: 'dataAccess.batches.failed', method: 'GET', pattern: '/batches/{id}/failed', handle: listFailed },
    { op: 'dataAccess.files.get', method: 'GET', pattern: '/files/{id}', handle: readFile },
    {
      op: 'dataAccess.datasets.preview',
      method: 'GET',
      pattern: '/datasets/{id}/preview',
      handle: previewDataset,
    },
  ],
  errorBody: ({ status, message }) => problemBody(status, message),
};
