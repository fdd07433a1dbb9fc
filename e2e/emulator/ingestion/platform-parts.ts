/** What flows and their runs need from the other services. */
export { addBatch, appendRecords, findDataset, readRecords } from '../catalog/lookup';
export { applyMappingSet, findMappingSet } from '../data-prep/lookup';
export { findSchema, resolveSchema } from '../schema-registry/lookup';
export { validateRecord } from '../schema-registry/validate-record';
