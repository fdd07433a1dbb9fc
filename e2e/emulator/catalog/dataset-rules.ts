import type { Json, Organisation, Sandbox } from '@/e2e/emulator/contract';
import { schemaFacts } from '@/e2e/emulator/schema-registry/lookup';
import { problem } from '@/e2e/emulator/schema-registry/registry-errors';
import { isObject } from '@/e2e/emulator/schema-registry/registry-state';
import { readCatalog } from './catalog-state';

/** The parts of a dataset that its sender decides. */
export type DatasetInput = {
  name: string;
  description: string;
  enableErrorDiagnostics: boolean;
  tags: Record<string, string[]>;
  schemaRef: { id: string; contentType: string };
  fileDescription: Record<string, Json>;
  dataBehavior: string;
};

const defaultContentType = 'application/vnd.adobe.xed+json;version=1';
const contentTypeForm =
  /^application\/vnd\.adobe\.(?:xed|xdm)(?:-full|-notext|-full-notext|-full-desc)?\+json; ?version=1(?:\.\d+)?$/;

function optionalText(value: Json | undefined, name: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'string') throw problem(400, `${name} must be text`);
  return value;
}

function readSchemaRef(organisation: Organisation, sandbox: Sandbox, value: Json | undefined) {
  if (!isObject(value) || typeof value.id !== 'string')
    throw problem(400, 'schemaRef must name a schema by its id');
  const facts = schemaFacts(organisation, sandbox, value.id);
  if (facts === undefined) throw problem(400, `The schema ${value.id} does not exist in this sandbox`);
  const contentType = value.contentType ?? defaultContentType;
  if (typeof contentType !== 'string' || !contentTypeForm.test(contentType)) {
    throw problem(
      400,
      'schemaRef.contentType must name an XDM media type and the major version of the schema',
    );
  }
  return { schemaRef: { id: facts.id, contentType }, facts };
}

function readTags(value: Json | undefined): Record<string, string[]> {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) throw problem(400, 'tags must be an object of lists');
  const entries = Object.entries(value).map(([name, list]): [string, string[]] => {
    const strings = Array.isArray(list) ? list.filter((member) => typeof member === 'string') : [];
    if (!Array.isArray(list) || strings.length !== list.length)
      throw problem(400, `The tag ${name} must be a list of texts`);
    return [name, strings];
  });
  return Object.fromEntries(entries);
}

function isEnabled(tags: Record<string, string[]>, name: string): boolean {
  return (tags[name] ?? []).some((value) => value.replace(/\s/g, '') === 'enabled:true');
}

/**
 * Checks what a client sends as a dataset. `ownId` is the dataset being changed, if any.
 * @throws 400 naming the first rule that is broken.
 */
export function checkDataset(
  organisation: Organisation,
  sandbox: Sandbox,
  body: Json | undefined,
  ownId?: string,
): DatasetInput {
  if (!isObject(body)) throw problem(400, 'The body must be a JSON object');
  const { name } = body;
  if (typeof name !== 'string' || name.trim() === '') throw problem(400, 'name is required');
  if (name.length > 255) throw problem(400, 'name must not be longer than 255 characters');
  const { schemaRef, facts } = readSchemaRef(organisation, sandbox, body.schemaRef);
  const tags = readTags(body.tags);
  if (isEnabled(tags, 'unifiedProfile') && !facts.unionEnabled) {
    throw problem(400, `The schema ${facts.id} is not enabled for Profile`);
  }
  const diagnostics = body.enableErrorDiagnostics ?? false;
  if (typeof diagnostics !== 'boolean') throw problem(400, 'enableErrorDiagnostics must be a boolean');
  const fileDescription = body.fileDescription ?? {
    persisted: true,
    containerFormat: 'parquet',
    format: 'parquet',
  };
  if (!isObject(fileDescription)) throw problem(400, 'fileDescription must be an object');
  const { dataSets, switches } = readCatalog(sandbox);
  if (
    switches.uniqueDatasetNames &&
    Object.values(dataSets).some((other) => other.name === name && other.id !== ownId)
  ) {
    throw problem(400, `A dataset named ${name} already exists`);
  }
  return {
    name,
    description: optionalText(body.description, 'description'),
    enableErrorDiagnostics: diagnostics,
    tags,
    schemaRef,
    fileDescription,
    dataBehavior: facts.behavior,
  };
}
