import { findDataset } from '@/e2e/emulator/catalog/lookup';
import type { ServiceReply, ServiceRequest } from '@/e2e/emulator/contract';
import { findBatchFiles } from '@/e2e/emulator/data-access/batch-files';
import { problem } from '@/e2e/emulator/schema-registry/registry-errors';
import type { JsonSchema } from '@/e2e/emulator/schema-registry/registry-state';
import { schemaOf } from './mapping-sets';

const mostFields = 2000;

function leafPaths(schema: JsonSchema, prefix = ''): string[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    field.properties === undefined ? [`${prefix}${name}`] : leafPaths(field, `${prefix}${name}.`),
  );
}

/**
 * `GET /mappingSets/suggestion?datasetId=&batchId=`: for a dataset that has had a batch, each field mapped to the field
 * of its name. Only a public client shows this call.
 */
export function suggestMappings(request: ServiceRequest): ServiceReply {
  const datasetId = request.query.get('datasetId');
  const batchId = request.query.get('batchId');
  if (datasetId === null || batchId === null) throw problem(400, 'datasetId and batchId are required');
  const dataset = findDataset(request.sandbox, datasetId);
  if (!dataset) throw problem(404, `The dataset ${datasetId} does not exist in this sandbox`);
  if (findBatchFiles(request.sandbox, batchId)?.datasetId !== datasetId) {
    throw problem(404, `The dataset ${datasetId} has no batch ${batchId}`);
  }
  const schema = schemaOf(request, dataset.schemaId);
  const schemaRef = {
    id: dataset.schemaId,
    contentType: 'application/vnd.adobe.xed-full+json;version=1',
  };
  const mappings = leafPaths(schema)
    .slice(0, mostFields)
    .map((path) => ({
      sourceType: 'ATTRIBUTE',
      source: path,
      destination: path,
      identity: false,
      primaryIdentity: false,
      matchScore: 1,
    }));
  return { status: 200, body: { version: 0, outputSchema: { schemaRef }, schemaRef, mappings } };
}
