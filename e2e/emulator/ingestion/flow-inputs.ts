import type { Json } from '../contract';
import type { ResourceDocument } from '../flow-service/flow-state';
import { connectionSpecId } from '../flow-service/vendor-check';
import { isObject } from '../plain-json';
import type { SourceStream } from '../sources/source';
import { findSource } from '../sources/sources';

/** The stream that a source connection reads. */
export function streamOf(sourceConnection: ResourceDocument): SourceStream | undefined {
  const source = findSource(connectionSpecId(sourceConnection));
  const { params } = sourceConnection;
  const resourcePath = isObject(params) && typeof params.resourcePath === 'string' ? params.resourcePath : '';
  return source?.streams.find((stream) => stream.resourcePath === resourcePath);
}

/** The mapping set that a dataflow applies. */
export function mappingOf(flow: ResourceDocument): { id: string; version: number } {
  const [first] = Array.isArray(flow.transformations) ? flow.transformations : [];
  const params = isObject(first) && isObject(first.params) ? first.params : {};
  return { id: String(params.mappingId), version: Number(params.mappingVersion) };
}

/** The first id of a list, empty when there is none. */
export function firstOf(ids: Json | undefined): string {
  return Array.isArray(ids) && typeof ids[0] === 'string' ? ids[0] : '';
}
