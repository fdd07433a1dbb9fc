import type { XdmSchemaId } from '@/lib/ids';
import { isJsonObject, type JsonSchemaNode } from '@/lib/schema/json-schema';
import type { FieldEdit } from './new-target';
import type { XdmField } from './xdm-field';

/** One field, with all below it, that a field group gets at a place where it declares nothing yet. */
export type FieldAddition = {
  /** JSON pointer into the field group as it is stored. */
  pointer: string;
  field: XdmField;
};

/** What a tenant's field group gets besides what it has. Nothing here can remove or retype. */
export type FieldGroupExtension = {
  fieldGroupId: XdmSchemaId;
  fieldGroupTitle: string;
  /** The object under the tenant object that takes the fields; empty for none. */
  container: string;
  /** The chosen fields of the source, with what a person changed about each. */
  fields: FieldEdit[];
  additions: FieldAddition[];
};

/** The pointer of a property of a node at a pointer. Field names need no escaping. */
export function propertyPointer(pointer: string, name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(name)) {
    throw new Error(`${name} is no name for a custom field`);
  }
  return `${pointer}/properties/${name}`;
}

/** The pointer as names (`.name`) and list entries (`[]`), without the definition it lies in: the way through the schema. */
function stepsOf(pointer: string): string[] {
  const [, ...segments] = pointer.split('/');
  const steps: string[] = [];
  // Two words for a field, so that one called `items` or `properties` stays a field.
  for (let at = segments[0] === 'definitions' ? 2 : 0; at < segments.length; ) {
    const isItems = segments[at] === 'items';
    steps.push(isItems ? '[]' : `.${segments[at + 1]}`);
    at += isItems ? 1 : 2;
  }
  return steps;
}

/**
 * The resolved schema as it will be when the additions are there. What it declares already stays as it is. The given
 * schema is not changed; parts without additions are the same objects.
 */
export function withAdditions(
  schema: JsonSchemaNode,
  additions: readonly FieldAddition[],
): Record<string, unknown> {
  const root: Record<string, unknown> = { ...schema };
  const own = new Set<unknown>([root]);
  // One copy of each node on the way, however many additions pass it.
  const ownChild = (node: Record<string, unknown>, key: string): Record<string, unknown> => {
    const present = Object.hasOwn(node, key) ? node[key] : undefined;
    if (own.has(present) && isJsonObject(present)) return present;
    const copy: Record<string, unknown> = isJsonObject(present) ? { ...present } : {};
    own.add(copy);
    node[key] = copy;
    return copy;
  };
  for (const { pointer, field } of additions) {
    const steps = stepsOf(pointer);
    const last = steps.pop()?.slice(1);
    let node = root;
    for (const step of steps) {
      node = step === '[]' ? ownChild(node, 'items') : ownChild(ownChild(node, 'properties'), step.slice(1));
    }
    if (last === undefined) continue;
    const properties = ownChild(node, 'properties');
    properties[last] = Object.hasOwn(properties, last) ? joinFields(properties[last], field) : field;
  }
  return root;
}

function joinFields(present: unknown, added: XdmField): unknown {
  if (!isJsonObject(present)) return present;
  if (added.items) return { ...present, items: joinFields(present.items, added.items) };
  if (!added.properties) return present;
  const properties = isJsonObject(present.properties) ? present.properties : {};
  const joined = Object.entries(added.properties).map(([name, field]): [string, unknown] => [
    name,
    Object.hasOwn(properties, name) ? joinFields(properties[name], field) : field,
  ]);
  return { ...present, properties: { ...properties, ...Object.fromEntries(joined) } };
}

/** A place in a schema that additions declare: how it is written there, and what it holds. */
export type AddedPlace = { path: string; kind: string };

/**
 * Every place that additions declare, by its path in the schema without regard to capitals, as the registry compares
 * names: two that differ cannot both be added, whichever field groups they go to.
 */
export function placesOfAdditions(additions: readonly FieldAddition[]): ReadonlyMap<string, AddedPlace> {
  const places = new Map<string, AddedPlace>();
  const visit = (path: string, field: XdmField): void => {
    const isTime = field.format === 'date' || field.format === 'date-time';
    places.set(path.toLowerCase(), { path, kind: isTime ? `${field.format}` : field.type });
    if (field.items) visit(`${path}[]`, field.items);
    for (const [name, child] of Object.entries(field.properties ?? {})) visit(`${path}.${name}`, child);
  };
  for (const { pointer, field } of additions) visit(stepsOf(pointer).join(''), field);
  return places;
}
