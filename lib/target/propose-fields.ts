import { printFieldName } from '@/lib/schema/field-path';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import type { FieldEdit, FieldTypeChoice } from './new-target';
import { type XdmField, xdmFieldOf } from './xdm-field';
import { toXdmFieldName, toXdmFieldNames } from './xdm-field-name';

/** One proposed field as people edit it. */
export type ProposedField = {
  /** In the source, list entries as `[*]`. */
  source: string;
  /** In the schema, below the container. */
  path: string;
  depth: number;
  name: string;
  title: string;
  description: string | undefined;
  /** Of a list, its entries' type; `object` for what holds fields of its own. */
  type: FieldTypeChoice | 'object';
  /** The type before anybody changed it. */
  sourceType: FieldTypeChoice | 'object';
  isList: boolean;
  isLeftOut: boolean;
  /** Every sample value was empty. */
  isGuess: boolean;
  /** The source's own name, when XDM does not take it or a sibling has it. */
  renamedFrom: string | undefined;
};

export type ProposedFields = {
  /** Fields by XDM name, below the record's root object. */
  properties: Record<string, XdmField>;
  /** Every field in pre-order, those that are left out included. */
  fields: ProposedField[];
  /** XDM path below the container → source path, for every proposed field, folders included. */
  sourceOf: ReadonlyMap<string, string>;
  /** Fields whose type is a guess, because every sample value was null. */
  guessed: string[];
  /** Source paths that no XDM field can stand for, each with the reason. */
  skipped: { path: string; reason: string }[];
};

const maximumDepth = 32;
const guessDescription = 'Every value in the sample was empty, so the type is a guess.';

const child = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;

const titleOf = (name: string): string => {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[_-]+/g, ' ')
    .trim();
  return words === '' ? name : words.charAt(0).toUpperCase() + words.slice(1);
};

type Place = { source: string; path: string; depth: number; key: string; name: string; isList: boolean };

/**
 * XDM fields for the records of a source: names made legal, types from the explored JSON schema, then what a person
 * changed. A field seen only as null becomes a string and is listed as a guess; an object without any known key is
 * skipped, because XDM objects need declared fields. Edits of fields that the source no longer has do nothing.
 */
export function proposeFields(
  source: SourceDefinition,
  sourceSchema: unknown,
  edits: readonly FieldEdit[] = [],
): ProposedFields {
  const editOf = new Map(edits.map((edit) => [edit.source, edit]));
  const fields: ProposedField[] = [];
  const sourceOf = new Map<string, string>();
  const guessed: string[] = [];
  const skipped: { path: string; reason: string }[] = [];
  const root = child(child(sourceSchema, 'properties'), source.recordRoot);

  function childrenOf(node: unknown, sourcePath: string): [string, unknown][] {
    const declared = child(node, 'properties');
    const known = typeof declared === 'object' && declared !== null ? Object.entries(declared) : [];
    const present = new Set(known.map(([key]) => key));
    const documented = child(source.undeclaredKeys, sourcePath);
    const extra =
      typeof documented === 'object' && documented !== null
        ? Object.entries(documented).filter(([key]) => !present.has(key))
        : [];
    return [...known, ...extra.map(([key, type]): [string, unknown] => [key, { type }])];
  }

  function addChildren(
    node: unknown,
    place: Pick<Place, 'source' | 'path' | 'depth'>,
  ): Record<string, XdmField> {
    const entries = childrenOf(node, place.source).map(([key, value]) => {
      const sourcePath = `${place.source}.${printFieldName(key)}`;
      return { key, value, source: sourcePath, edit: editOf.get(sourcePath) };
    });
    // A name somebody gave goes first: the proposals make way for it.
    const byChoice = [...entries].sort((a, b) => Number(!a.edit?.name) - Number(!b.edit?.name));
    const names = toXdmFieldNames(byChoice.map(({ key, edit }) => edit?.name ?? key));
    const nameOf = new Map(byChoice.map((entry, at) => [entry.source, names[at] ?? entry.key]));
    const properties: Record<string, XdmField> = {};
    for (const { key, value, source: sourcePath } of entries) {
      const name = nameOf.get(sourcePath) ?? toXdmFieldName(key);
      const path = `${place.path}${place.path === '' ? '' : '.'}${printFieldName(name)}`;
      const field = addField(value, {
        source: sourcePath,
        path,
        depth: place.depth + 1,
        key,
        name,
        isList: false,
      });
      if (field) properties[name] = field;
    }
    return properties;
  }

  function addField(node: unknown, place: Place): XdmField | undefined {
    if (place.depth > maximumDepth) {
      skipped.push({ path: place.source, reason: `It lies more than ${maximumDepth} levels deep.` });
      return undefined;
    }
    const at = fields.length;
    const field = fieldOf(node, place);
    // An object without usable keys is nothing to edit; one whose fields are all left out can have them back.
    if (!field && fields.length === at + 1 && !fields[at]?.isLeftOut) fields.length = at;
    if (field) sourceOf.set(place.path, place.source);
    return field;
  }

  function note(place: Place, sourceType: ProposedField['sourceType'], isGuess: boolean): ProposedField {
    const edit = editOf.get(place.source);
    const proposed: ProposedField = {
      source: place.source,
      path: place.path,
      depth: place.depth - 1,
      name: place.name,
      title: edit?.title ?? titleOf(place.key),
      description: edit?.description ?? (isGuess && !edit?.type ? guessDescription : undefined),
      type: sourceType === 'object' ? 'object' : (edit?.type ?? sourceType),
      sourceType,
      isList: place.isList,
      isLeftOut: edit?.isLeftOut === true,
      isGuess,
      renamedFrom: edit?.name === undefined && place.name !== place.key ? place.key : undefined,
    };
    fields.push(proposed);
    return proposed;
  }

  function fieldOf(node: unknown, place: Place): XdmField | undefined {
    const declared = child(node, 'type');
    const type = Array.isArray(declared) ? declared.find((entry) => entry !== 'null') : declared;
    if (type === 'array') {
      if (place.isList) {
        skipped.push({ path: place.source, reason: 'It is a list of lists, which XDM does not have.' });
        return undefined;
      }
      const items = fieldOf(child(node, 'items') ?? {}, { ...place, isList: true });
      if (!items) return undefined;
      const { title, description } = items;
      return { type: 'array', title, ...(description !== undefined && { description }), items };
    }
    if (type === 'object') return objectOf(node, place);
    const sourceType = leafType(node, type);
    const proposed = note(place, sourceType ?? 'string', sourceType === undefined);
    if (proposed.isLeftOut) return undefined;
    if (sourceType === undefined) guessed.push(place.source);
    return xdmFieldOf(proposed.type === 'object' ? 'string' : proposed.type, textsOf(proposed));
  }

  function objectOf(node: unknown, place: Place): XdmField | undefined {
    const proposed = note(place, 'object', false);
    if (proposed.isLeftOut) return undefined;
    const suffix = place.isList ? '[*]' : '';
    const properties = addChildren(node, {
      source: place.source + suffix,
      path: place.path + suffix,
      depth: place.depth,
    });
    if (Object.keys(properties).length > 0) return { type: 'object', ...textsOf(proposed), properties };
    if (childrenOf(node, place.source + suffix).length === 0) {
      skipped.push({
        path: place.source + suffix,
        reason: 'No key of this object is known yet, and XDM objects need declared fields.',
      });
    }
    return undefined;
  }

  const properties = addChildren(root, { source: source.recordRoot, path: '', depth: 0 });
  return { properties, fields, sourceOf, guessed, skipped };
}

function textsOf(field: ProposedField): Pick<XdmField, 'title' | 'description'> {
  return field.description === undefined
    ? { title: field.title }
    : { title: field.title, description: field.description };
}

function leafType(node: unknown, type: unknown): FieldTypeChoice | undefined {
  switch (type) {
    case 'string': {
      const format = child(node, 'format');
      return format === 'date-time' || format === 'date' || format === 'uri' ? format : 'string';
    }
    case 'integer':
      return 'long';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    default:
      return undefined;
  }
}

/** The fields that mappings use: what nobody maps is not created. A mapped object or list brings all it holds. */
export function keepMappedFields(
  properties: Readonly<Record<string, XdmField>>,
  mappedPaths: readonly string[],
): Record<string, XdmField> {
  const mapped = new Set(mappedPaths);
  // Every place above a mapped one; looking each up among all paths would be quadratic.
  const above = new Set<string>();
  const indexedLists = new Set<string>();
  for (const path of mapped) {
    for (let at = 0; at < path.length; at += 1) {
      const character = path[at];
      if (character === '.' || character === '[') above.add(path.slice(0, at));
      if (character === '[') indexedLists.add(path.slice(0, at));
    }
  }
  const keep = (field: XdmField, path: string): XdmField | undefined => {
    if (mapped.has(path)) return field;
    if (!above.has(path)) return undefined;
    if (field.items) {
      // `list[0].x` uses the declaration of `list[*].x`.
      const items = keep(field.items, `${path}[*]`) ?? (indexedLists.has(path) ? field.items : undefined);
      return items ? { ...field, items } : undefined;
    }
    return { ...field, properties: keepAll(field.properties ?? {}, `${path}.`) };
  };
  const keepAll = (fields: Readonly<Record<string, XdmField>>, prefix: string): Record<string, XdmField> =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, field]) => {
        const kept = keep(field, `${prefix}${printFieldName(name)}`);
        return kept ? [[name, kept]] : [];
      }),
    );
  return keepAll(properties, '');
}
