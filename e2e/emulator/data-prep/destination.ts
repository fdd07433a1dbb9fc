import { entry, type JsonSchema } from '@/e2e/emulator/schema-registry/registry-state';
import { type PathSegment, parsePath } from './mapping-path';

export type Destination =
  | { ok: true; segments: PathSegment[]; field: JsonSchema }
  | { ok: false; message: string };

/** Finds the XDM field that a destination names; every array on the way needs an index or `[*]`. */
export function findDestination(schema: JsonSchema, text: string): Destination {
  const parsed = parsePath(text);
  if (!parsed.ok) return { ok: false, message: `The destination ${text} is not a path: ${parsed.message}` };
  let field = schema;
  for (const segment of parsed.segments) {
    if (segment.kind !== 'name') {
      if (field.items === undefined)
        return { ok: false, message: `The destination ${text} indexes what is not an array` };
      field = field.items;
      continue;
    }
    if (field.items !== undefined) {
      return { ok: false, message: `The destination ${text} needs [0] or [*] before ${segment.name}` };
    }
    const named = field.properties === undefined ? undefined : entry(field.properties, segment.name);
    const next =
      named ?? (typeof field.additionalProperties === 'object' ? field.additionalProperties : undefined);
    if (next === undefined) {
      return {
        ok: false,
        message: `The destination ${text} does not exist in the schema: ${segment.name} is unknown`,
      };
    }
    field = next;
  }
  return { ok: true, segments: parsed.segments, field };
}
