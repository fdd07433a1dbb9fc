import type { XdmSchemaId } from '@/lib/ids';
import { parseFieldPath, printFieldName, printFieldPath } from '@/lib/schema/field-path';
import { isJsonObject, type JsonSchemaNode } from '@/lib/schema/json-schema';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import { type FieldAddition, propertyPointer } from './field-addition';
import type { FieldEdit } from './new-target';
import { type ProposedField, proposeFields } from './propose-fields';
import { tenantPath } from './propose-target';
import { type XdmField, xdmFieldOf } from './xdm-field';

/** A field group of the tenant, as far as it can get more fields. */
export type FieldGroupOutline = {
  id: XdmSchemaId;
  title: string;
  /** JSON pointer of the tenant object in the field group as it is stored. */
  tenantPointer: string;
  tenantObject: JsonSchemaNode;
  /** Titles of the other schemas that use it: they get the fields too. */
  usedBy: readonly string[];
};

export type ExtensionRow = {
  field: ProposedField;
  /** Where it lies in the schema. */
  target: string;
  /** `present`: the schema has such a field already, which is mapped onto as it is. */
  state: 'added' | 'present' | 'refused';
  /** What is worth knowing: the name it had to give up, or why it is refused. */
  note: string | undefined;
};

export type ProposedExtension = { rows: ExtensionRow[]; additions: FieldAddition[] };

export type ExtensionInput = {
  source: SourceDefinition;
  sourceSchema: unknown;
  tenantId: string;
  /** The resolved schema as it is now. */
  schema: JsonSchemaNode;
  fieldGroup: FieldGroupOutline;
  container: string;
  /** The chosen fields of the source, with what was changed about each. */
  fields: readonly FieldEdit[];
};

type Place = { pointer: string; names: string[]; last: string };
type Spot = { state: 'free'; last: string } | { state: 'present' } | { state: 'refused'; reason: string };

const maximumTries = 1_000;

/** What a field of a JSON schema holds, roughly: enough to tell whether two declarations can be one field. */
const kindOf = (node: JsonSchemaNode): string =>
  node.type === 'string' && (node.format === 'date' || node.format === 'date-time')
    ? node.format
    : String(node.type);

const propertiesOf = (node: unknown): Record<string, unknown> =>
  isJsonObject(node) && isJsonObject(node.properties) ? node.properties : {};

// A schema may have thousands of fields side by side, each looked up for each chosen one.
const lowerNames = new WeakMap<object, ReadonlyMap<string, string>>();

/** The name under which the registry would take a new one for an old one: it does not tell capitals apart. */
function siblingLike(properties: Record<string, unknown>, name: string): string | undefined {
  if (Object.hasOwn(properties, name)) return name;
  const known =
    lowerNames.get(properties) ??
    new Map(Object.keys(properties).map((present) => [present.toLowerCase(), present]));
  lowerNames.set(properties, known);
  return known.get(name.toLowerCase());
}

function setProperty(object: XdmField, name: string, field: XdmField): void {
  const properties = object.properties ?? {};
  properties[name] = field;
  object.properties = properties;
}

/**
 * How a field group would grow by the chosen fields of a source. A field that the schema has with the same type is left
 * as it is; one whose name has another type gets a number; one that would have to lie inside something that holds no
 * fields is refused. Nothing that exists is changed.
 */
export function proposeExtension(input: ExtensionInput): ProposedExtension {
  const { source, sourceSchema, tenantId, schema, fieldGroup, container, fields: chosen } = input;
  const proposed = proposeFields(source, sourceSchema, chosen).fields;
  const folders = new Map(
    proposed.flatMap((field) =>
      field.type === 'object' ? [[tenantPath(tenantId, container, field.path), field] as const] : [],
    ),
  );
  const wanted = new Map(chosen.map((edit) => [edit.source, edit]));
  const taken = new Set<string>();
  const trees = new Map<string, XdmField>();
  const rows = proposed.flatMap((field): ExtensionRow[] => {
    const edit = wanted.get(field.source);
    if (!edit || field.type === 'object' || field.isLeftOut) return [];
    const steps = parseFieldPath(tenantPath(tenantId, container, field.path));
    const leaf = leafOf(field);
    const spot = findSpot(schema, steps, leaf, taken);
    const path = (last: string) => printFieldPath([...steps.slice(0, -1), { name: last }]);
    if (spot.state === 'refused') {
      return [{ field, target: path(field.name), state: 'refused', note: spot.reason }];
    }
    if (spot.state === 'present') {
      const note = 'The schema has it already, with this type.';
      return [{ field, target: path(field.name), state: 'present', note }];
    }
    if (spot.last !== field.name && edit.name !== undefined) {
      const note = `“${field.name}” exists beside it with another type. Choose another name.`;
      return [{ field, target: path(field.name), state: 'refused', note }];
    }
    const target = path(spot.last);
    taken.add(target.toLowerCase());
    const place = placeOf(fieldGroup, steps, spot.last);
    if (typeof place === 'string') return [{ field, target, state: 'refused', note: place }];
    addTo(trees, place, leaf, folders, steps);
    const note = spot.last === field.name ? undefined : `“${field.name}” exists beside it with another type.`;
    return [{ field, target, state: 'added', note }];
  });
  return { rows, additions: [...trees].map(([pointer, field]) => ({ pointer, field })) };
}

function leafOf(field: ProposedField): XdmField {
  const texts =
    field.description === undefined
      ? { title: field.title }
      : { title: field.title, description: field.description };
  const entry = xdmFieldOf(field.type === 'object' ? 'string' : field.type, texts);
  return field.isList ? { type: 'array', ...texts, items: entry } : entry;
}

/** Where the field can stand among what the schema declares, whichever of its field groups does. */
function findSpot(
  schema: JsonSchemaNode,
  steps: ReturnType<typeof parseFieldPath>,
  leaf: XdmField,
  taken: ReadonlySet<string>,
): Spot {
  let node: unknown = schema;
  for (const [at, step] of steps.entries()) {
    if ('index' in step) {
      if (isJsonObject(node) && node.items === undefined) {
        return { state: 'refused', reason: `“${printFieldPath(steps.slice(0, at))}” exists and is no list.` };
      }
      node = isJsonObject(node) ? node.items : undefined;
      continue;
    }
    const here = propertiesOf(node);
    if (at === steps.length - 1) return spotAmong(here, steps, step.name, leaf, taken);
    if (node === undefined) continue;
    const like = siblingLike(here, step.name);
    if (like === undefined) {
      node = undefined;
      continue;
    }
    const next = here[like];
    const path = printFieldPath([...steps.slice(0, at), { name: like }]);
    if (like !== step.name) {
      return { state: 'refused', reason: `“${path}” exists, and the registry does not tell capitals apart.` };
    }
    const wantsList = 'index' in (steps[at + 1] ?? step);
    const holds = isJsonObject(next) && (wantsList ? next.type === 'array' : next.type === 'object');
    if (!holds) {
      return { state: 'refused', reason: `“${path}” exists and holds no fields of its own.` };
    }
    node = next;
  }
  return { state: 'refused', reason: 'It has no place.' };
}

function spotAmong(
  here: Record<string, unknown>,
  steps: ReturnType<typeof parseFieldPath>,
  name: string,
  leaf: XdmField,
  taken: ReadonlySet<string>,
): Spot {
  for (let count = 1; count <= maximumTries; count += 1) {
    const last = count === 1 ? name : `${name}_${count}`;
    const like = siblingLike(here, last);
    const isTaken = taken.has(printFieldPath([...steps.slice(0, -1), { name: last }]).toLowerCase());
    if (like === undefined && !isTaken) return { state: 'free', last };
    const present = like === last && isJsonObject(here[like]) ? here[like] : undefined;
    if (count === 1 && present && isSame(present, leaf)) return { state: 'present' };
  }
  return { state: 'refused', reason: `Every name like “${name}” is taken.` };
}

function isSame(present: JsonSchemaNode, leaf: XdmField): boolean {
  if (kindOf(present) !== kindOf(leaf)) return false;
  if (!leaf.items) return true;
  return isJsonObject(present.items) && kindOf(present.items) === kindOf(leaf.items);
}

/** The deepest place that the field group declares itself, and the steps that are new below it. */
function placeOf(
  fieldGroup: FieldGroupOutline,
  steps: ReturnType<typeof parseFieldPath>,
  last: string,
): Place | string {
  let node: JsonSchemaNode = fieldGroup.tenantObject;
  let pointer = fieldGroup.tenantPointer;
  // The first step is the tenant object, the last one the field.
  const between = steps.slice(1, -1);
  for (const [at, step] of between.entries()) {
    if ('index' in step) {
      if (!isJsonObject(node.items)) return 'Its list is declared elsewhere.';
      node = node.items;
      pointer = `${pointer}/items`;
    } else {
      const properties = propertiesOf(node);
      const next = Object.hasOwn(properties, step.name) ? properties[step.name] : undefined;
      if (!isJsonObject(next)) {
        return {
          pointer: propertyPointer(pointer, step.name),
          names: between.slice(at).map((each) => ('index' in each ? '[]' : `.${each.name}`)),
          last,
        };
      }
      node = next;
      pointer = propertyPointer(pointer, step.name);
    }
    if (node.$ref !== undefined) {
      return `“${printFieldPath(steps.slice(0, at + 2))}” is declared by a data type, which other field groups share. Choose another object.`;
    }
  }
  return { pointer: propertyPointer(pointer, last), names: [], last };
}

/** Puts the field into the tree of what is new at its place; objects on the way are made once. */
function addTo(
  trees: Map<string, XdmField>,
  { pointer, names, last }: Place,
  leaf: XdmField,
  folders: ReadonlyMap<string, ProposedField>,
  steps: ReturnType<typeof parseFieldPath>,
): void {
  if (names.length === 0) {
    trees.set(pointer, leaf);
    return;
  }
  const first = steps.length - 1 - names.length;
  const titleAt = (at: number, name: string) =>
    folders.get(printFieldPath(steps.slice(0, first + at + 1)))?.title ?? name.replace(/_/g, ' ');
  let node: XdmField | undefined = trees.get(pointer);
  let parent: XdmField | undefined;
  for (const [at, name] of names.entries()) {
    if (name === '[]') continue;
    const isList = names[at + 1] === '[]';
    const found: XdmField | undefined = parent ? parent.properties?.[name.slice(1)] : node;
    const folder: XdmField = found ?? objectOf(titleAt(at, name.slice(1)), isList);
    if (parent) setProperty(parent, name.slice(1), folder);
    else trees.set(pointer, folder);
    node = folder;
    parent = folder.items ?? folder;
  }
  if (parent) setProperty(parent, last, leaf);
}

function objectOf(title: string, isList: boolean): XdmField {
  const inner: XdmField = { type: 'object', title, properties: {} };
  return isList ? { type: 'array', title, items: inner } : inner;
}

/** The objects of a field group that can take fields, as paths below the tenant object; the tenant object is empty. */
export function containersOf({ tenantObject }: FieldGroupOutline): string[] {
  return [
    '',
    ...Object.entries(propertiesOf(tenantObject)).flatMap(([name, node]) =>
      isJsonObject(node) && node.type === 'object' && node.$ref === undefined && printFieldName(name) === name
        ? [name]
        : [],
    ),
  ];
}
