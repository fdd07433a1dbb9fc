import { findDataset, readRecords } from '../catalog/lookup';
import type { ServiceReply, ServiceRequest } from '../contract';
import { problem } from '../schema-registry/registry-errors';

const previewRows = 100;

/** `GET /datasets/{id}/preview`: the newest records of a dataset, a hundred at most. */
export function previewDataset(request: ServiceRequest): ServiceReply {
  const id = request.params.id ?? '';
  if (findDataset(request.sandbox, id) === undefined) {
    throw problem(404, `The dataset ${id} does not exist in this sandbox`);
  }
  return { status: 200, body: { data: readRecords(request.sandbox, id).slice(-previewRows) } };
}
