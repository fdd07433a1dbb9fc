import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { isObject, type JsonObject, type Schema, schemaProblems } from './schema-problems';

type Operation = { file: string; template: RegExp; method: string; name: string; definition: JsonObject };

/** Published OpenAPI files as one list of operations. */
export type OpenApi = {
  find: (method: string, path: string) => Operation | undefined;
  /** What is wrong with a body for this operation; empty when nothing is. */
  bodyProblems: (operation: Operation, body: unknown) => string[];
  /** Names of the parameters in the query, or undefined when the operation lists none at all. */
  queryNames: (operation: Operation) => string[];
};

/** Where each file's paths begin. */
const bases: Record<string, string> = {
  'flow-service.yaml': '/data/foundation/flowservice',
  'schema-registry.yaml': '/data/foundation/schemaregistry',
  'catalog.yaml': '/data/foundation/catalog',
  'data-prep.yaml': '/data/foundation/conversion',
  'sandbox.yaml': '/data/foundation',
  'identity-service.yaml': '/data/core',
};

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Reads the files of a folder and applies `correct` to each, which may change it in place. */
export function loadOpenApi(folder: string, correct: (file: string, document: JsonObject) => void): OpenApi {
  const documents = new Map<string, JsonObject>();
  const operations: Operation[] = [];
  for (const file of readdirSync(folder).filter((name) => Object.hasOwn(bases, name))) {
    const document: unknown = parse(readFileSync(path.join(folder, file), 'utf8'));
    if (!isObject(document) || !isObject(document.paths)) throw new Error(`${file} is not an OpenAPI file`);
    correct(file, document);
    documents.set(file, document);
    for (const [template, item] of Object.entries(document.paths)) {
      if (!isObject(item)) continue;
      for (const method of methods) {
        const definition = item[method];
        if (!isObject(definition)) continue;
        operations.push({
          file,
          method: method.toUpperCase(),
          name: `${method.toUpperCase()} ${template}`,
          template: templateOf(`${bases[file]}${template}`),
          definition,
        });
      }
    }
  }
  // Literal paths before those with parameters.
  operations.sort((left, right) => left.name.split('{').length - right.name.split('{').length);

  return {
    find: (method, target) =>
      operations.find((operation) => operation.method === method && operation.template.test(target)),
    bodyProblems(operation, body) {
      const document = documents.get(operation.file) ?? {};
      const schema = bodySchema(operation.definition, document);
      if (schema === undefined) return body === undefined ? [] : ['the operation takes no body'];
      return body === undefined ? ['the body is missing'] : schemaProblems(schema, body, document);
    },
    queryNames: ({ file, definition }) =>
      parametersOf(definition, documents.get(file) ?? {})
        .filter((parameter) => parameter.in === 'query')
        .map((parameter) => String(parameter.name)),
  };
}

/** Trailing slashes make no difference. */
function templateOf(text: string): RegExp {
  const pattern = text
    .replace(/\/$/, '')
    .split(/\{[^}]+\}/)
    .map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'))
    .join('[^/]+');
  return new RegExp(`^${pattern}/?$`);
}

function parametersOf(definition: JsonObject, document: JsonObject): JsonObject[] {
  const list = Array.isArray(definition.parameters) ? definition.parameters : [];
  return list.flatMap((item) => {
    if (!isObject(item)) return [];
    if (typeof item.$ref !== 'string') return [item];
    let node: unknown = document;
    for (const part of item.$ref.replace(/^#\//, '').split('/'))
      node = isObject(node) ? node[part] : undefined;
    return isObject(node) ? [node] : [];
  });
}

/** Of OpenAPI 3 the JSON media type's schema, of Swagger 2 that of the parameter in the body. */
function bodySchema(definition: JsonObject, document: JsonObject): Schema | undefined {
  const { requestBody } = definition;
  if (isObject(requestBody) && isObject(requestBody.content)) {
    const media = requestBody.content['application/json'] ?? Object.values(requestBody.content)[0];
    return isObject(media) && isObject(media.schema) ? media.schema : undefined;
  }
  const inBody = parametersOf(definition, document).find((parameter) => parameter.in === 'body');
  return isObject(inBody?.schema) ? inBody.schema : undefined;
}
