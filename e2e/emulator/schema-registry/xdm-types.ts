import type { JsonSchema } from './registry-state';

function xdmType(node: JsonSchema): string | undefined {
  if (node.type === 'string')
    return node.format === 'date' || node.format === 'date-time' ? node.format : 'string';
  if (node.type === 'integer') {
    const bound = Math.max(Math.abs(node.minimum ?? 0), Math.abs(node.maximum ?? 0));
    if (bound === 0 || (bound > 32_768 && bound <= 2_147_483_648)) return 'int';
    if (bound <= 128) return 'byte';
    return bound <= 32_768 ? 'short' : 'long';
  }
  if (node.type === 'object' && node.additionalProperties !== undefined && node.properties === undefined)
    return 'map';
  return node.type;
}

/** Writes `meta:xdmType` into every field, as the registry does with what it stores. */
export function withXdmTypes(node: JsonSchema): JsonSchema {
  const copy: JsonSchema = { ...node };
  for (const key of ['properties', 'definitions'] as const) {
    const children = node[key];
    if (children === undefined) continue;
    copy[key] = Object.fromEntries(
      Object.entries(children).map(([name, child]) => [name, withXdmTypes(child)]),
    );
  }
  if (node.items !== undefined) copy.items = withXdmTypes(node.items);
  if (typeof node.additionalProperties === 'object')
    copy.additionalProperties = withXdmTypes(node.additionalProperties);
  if (node.allOf !== undefined) copy.allOf = node.allOf.map(withXdmTypes);
  const type = xdmType(node);
  if (type !== undefined) copy['meta:xdmType'] = type;
  return copy;
}
