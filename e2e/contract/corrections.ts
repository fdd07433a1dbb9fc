import { isObject, type JsonObject } from './schema-problems';

type Correction = {
  file: string;
  /** Where the file is wrong: names of keys on the way down. */
  at: string[];
  /** What stands there instead; undefined takes the key away. */
  value: unknown;
  /** Why, by which source. */
  reason: string;
};

const flowSchemas = ['components', 'schemas'];
const flow = 'flow-service.yaml';
const registry = 'schema-registry.yaml';
const dataPrep = 'data-prep.yaml';
const numberOrText = { oneOf: [{ type: 'integer' }, { type: 'string' }] };
const reference = {
  type: 'object',
  required: ['$ref'],
  properties: { $ref: { type: 'string' }, type: { type: 'string' }, 'meta:xdmType': { type: 'string' } },
};
const text = { type: 'string' };

/** Where the published files contradict their own examples, the guides, or what clients send. */
export const corrections: Correction[] = [
  {
    file: flow,
    at: [...flowSchemas, 'AuthCreateBaseDTO', 'properties'],
    value: undefined,
    reason: 'The schema has the keys of Amazon S3; the parameters are those of each source’s auth spec.',
  },
  {
    file: flow,
    at: [...flowSchemas, 'CreateSourceConnectionRequest', 'properties', 'params', 'properties'],
    value: undefined,
    reason: 'The schema has the path of a file source; the tutorial of Stripe sends resourcePath.',
  },
  {
    file: flow,
    at: [
      'paths',
      '/connections/{BASE_CONNECTION_ID}/',
      'patch',
      'requestBody',
      'content',
      'application/json',
      'schema',
    ],
    value: { type: 'array', items: { $ref: '#/components/schemas/PatchInstruction' } },
    reason:
      'The body is a list of instructions in the guide and in clients, as it is for dataflows in this file.',
  },
  {
    file: flow,
    at: [...flowSchemas, 'PatchInstruction', 'properties', 'op', 'enum'],
    value: ['add', 'replace', 'remove'],
    reason: 'The description of the operation, the guides and clients write them in small letters.',
  },
  {
    file: flow,
    at: [...flowSchemas, 'PatchInstruction', 'properties', 'value'],
    value: {},
    reason: 'A value is of any type: the guide replaces texts, numbers and objects.',
  },
  {
    file: flow,
    at: [...flowSchemas, 'TransformationSpecDTO'],
    value: {
      type: 'object',
      properties: { mappingId: text, mappingVersion: numberOrText },
    },
    reason: 'The tutorials send the version of the mapping as the number 0.',
  },
  {
    file: flow,
    at: [...flowSchemas, 'ScheduleSpecDTO', 'properties', 'startTime'],
    value: numberOrText,
    reason: 'The tutorials send the epoch seconds of the start as text.',
  },
  {
    file: flow,
    at: [...flowSchemas, 'ScheduleSpecDTO', 'properties', 'interval'],
    value: numberOrText,
    reason: 'The tutorials send the interval as a number.',
  },
  ...['startTime', 'windowStartTime', 'windowEndTime'].map((name) => ({
    file: flow,
    at: [...flowSchemas, 'CreateFlowRunRequest', 'properties', 'params', 'properties', name],
    value: numberOrText,
    reason: 'The guide on on-demand ingestion sends epoch seconds as text.',
  })),
  {
    file: flow,
    at: ['paths', '/flows/{FLOW_ID}/action', 'post', 'requestBody'],
    value: undefined,
    reason: 'The file itself does not require the body, and neither guides nor clients send one.',
  },
  {
    file: registry,
    at: ['definitions', 'createFieldGroup', 'properties', 'allOf', 'items'],
    value: reference,
    reason: 'The file’s own example has type and meta:xdmType beside the reference.',
  },
  ...['createSchema', 'createClass'].map((name) => ({
    file: registry,
    at: ['definitions', name, 'properties', 'allOf', 'items'],
    value: reference,
    reason: 'The property is spelled with a trailing space; the example has type and meta:xdmType beside it.',
  })),
  {
    file: registry,
    at: ['definitions', 'createDescriptor', 'properties', 'xdm:sourceVersion'],
    value: numberOrText,
    reason: 'The guide sends the number 1.',
  },
  ...['xdm:namespace', 'xdm:property'].map((name) => ({
    file: registry,
    at: ['definitions', 'createDescriptor', 'properties', name],
    value: text,
    reason: 'The guide defines it for identity descriptors, the schema has what all descriptors share.',
  })),
  {
    file: registry,
    at: ['definitions', 'createDescriptor', 'properties', 'xdm:isPrimary'],
    value: { type: 'boolean' },
    reason: 'The guide defines it for identity descriptors, the schema has what all descriptors share.',
  },
  {
    file: 'catalog.yaml',
    at: [
      'components',
      'schemas',
      'dataSetRequest',
      'properties',
      'fileDescription',
      'properties',
      'persisted',
    ],
    value: { type: 'boolean' },
    reason: 'The file’s own example of a creation and the guides send it.',
  },
  {
    file: 'catalog.yaml',
    at: [
      'components',
      'schemas',
      'dataSetRequest',
      'properties',
      'fileDescription',
      'properties',
      'containerFormat',
    ],
    value: text,
    reason: 'The file’s own example of a creation and the guides send it.',
  },
  ...['xdmSchema', 'xdmVersion'].map((name) => ({
    file: dataPrep,
    at: ['components', 'schemas', 'MappingSet', 'properties', name],
    value: text,
    reason: 'Both tutorials of the sources name the schema so; the file knows the other dialect only.',
  })),
  {
    file: dataPrep,
    at: ['components', 'schemas', 'MappingSet', 'properties', 'id'],
    value: { type: 'string', nullable: true },
    reason: 'Both tutorials send null at creation.',
  },
  ...['destinationXdmPath', 'sourceAttribute'].map((name) => ({
    file: dataPrep,
    at: ['components', 'schemas', 'MappingOperation', 'properties', name],
    value: text,
    reason: 'The rows of the tutorial of Stripe are written so; the file knows the other dialect only.',
  })),
  {
    file: dataPrep,
    at: ['components', 'schemas', 'MappingOperation', 'properties', 'identity'],
    value: { type: 'boolean' },
    reason: 'The rows of the tutorial of Stripe are written so; the file knows the other dialect only.',
  },
  {
    file: dataPrep,
    at: ['components', 'schemas', 'PreviewRequest', 'properties', 'data', 'items'],
    value: { type: 'object' },
    reason:
      'The schema describes the class of a library; what is sent is the record itself, as in the example.',
  },
];

/** Query parameters that an operation takes although its file does not list them. */
export const extraQuery: Record<string, { names: string[]; reason: string }> = {
  'GET /sandbox-management/': {
    names: ['limit', 'offset'],
    reason: 'The paging link of the answer has both, and a working client pages with them.',
  },
  'GET /connections/{BASE_CONNECTION_ID}/explore': {
    names: ['fileType', 'preview', 'sourceParams'],
    reason:
      'All tutorials of sources send them; the file spells the first with a capital and lacks the others.',
  },
};

/** Applies the corrections to the files and remembers which of them found their place. */
export function correctOpenApi() {
  const left = new Set(corrections);
  return {
    apply(file: string, document: JsonObject): void {
      for (const correction of corrections) {
        if (correction.file === file && applyCorrection(document, correction)) left.delete(correction);
      }
    },
    unused: () => [...left].map(({ file, at }) => `${file}: ${at.join(' > ')}`),
  };
}

function applyCorrection(document: JsonObject, { at, value }: Correction): boolean {
  let node: unknown = document;
  for (const key of at.slice(0, -1)) node = isObject(node) ? node[key] : undefined;
  const last = at.at(-1) ?? '';
  if (!isObject(node)) return false;
  if (value === undefined) {
    if (!Object.hasOwn(node, last)) return false;
    delete node[last];
  } else node[last] = value;
  return true;
}
