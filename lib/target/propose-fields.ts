import type { SourceDefinition } from '@/lib/sources/source-definition';
import { toXdmFieldNames } from './xdm-field-name';

/** The part of JSON Schema that the registry takes for a custom field. */
export type XdmField = {
  type: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array';
  title: string;
  description?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  properties?: Record<string, XdmField>;
  items?: XdmField;
};

export type ProposedFields = {
  /** Fields by XDM name, below the record's root object. */
  properties: Record<string, XdmField>;
  /** XDM path below the container → source path, for every proposed field, folders included. */
  sourceOf: ReadonlyMap<string, string>;
  /** Fields whose type is a guess, because every sample value was null. */
  guessed: string[];
  /** Source paths that no XDM field can stand for, each with the reason. */
  skipped: { path: string; reason: string }[];
};

const longBounds = { minimum: -9_007_199_254_740_992, maximum: 9_007_199_254_740_992 };
const maximumDepth = 32;

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

const escapeSegment = (name: string): string => name.replace(/[\\.]/g, '\\$&');

/**
 * XDM fields for the records of a source: names made legal, types from the explored JSON schema. A field seen only as
 * null becomes a string and is listed as a guess; an object without any known key is skipped, because XDM objects need
 * declared fields.
 */
export function proposeFields(source: SourceDefinition, sourceSchema: unknown): ProposedFields {
  const sourceOf = new Map<string, string>();
  const guessed: string[] = [];
  const skipped: { path: string; reason: string }[] = [];
  const root = child(child(sourceSchema, 'properties'), source.recordRoot);

  function propertiesOf(node: unknown, sourcePath: string): [string, unknown][] {
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

  function object(
    node: unknown,
    title: string,
    sourcePath: string,
    xdmPath: string,
    depth: number,
  ): XdmField | undefined {
    const entries = propertiesOf(node, sourcePath);
    const names = toXdmFieldNames(entries.map(([key]) => key));
    const properties: Record<string, XdmField> = {};
    entries.forEach(([key, value], index) => {
      const name = names[index] ?? key;
      const fieldSourcePath = `${sourcePath}.${escapeSegment(key)}`;
      const field = convert(
        value,
        titleOf(key),
        fieldSourcePath,
        xdmPath ? `${xdmPath}.${name}` : name,
        depth + 1,
      );
      if (field) properties[name] = field;
    });
    if (Object.keys(properties).length === 0) {
      skipped.push({
        path: sourcePath,
        reason: 'No key of this object is known yet, and XDM objects need declared fields.',
      });
      return undefined;
    }
    return { type: 'object', title, properties };
  }

  function convert(
    node: unknown,
    title: string,
    sourcePath: string,
    xdmPath: string,
    depth: number,
  ): XdmField | undefined {
    if (depth > maximumDepth) {
      skipped.push({ path: sourcePath, reason: `It lies more than ${maximumDepth} levels deep.` });
      return undefined;
    }
    const field = fieldOf(node, title, sourcePath, xdmPath, depth);
    if (field) sourceOf.set(xdmPath, sourcePath);
    return field;
  }

  function fieldOf(
    node: unknown,
    title: string,
    sourcePath: string,
    xdmPath: string,
    depth: number,
  ): XdmField | undefined {
    const declared = child(node, 'type');
    const type = Array.isArray(declared) ? declared.find((entry) => entry !== 'null') : declared;
    switch (type) {
      case 'string': {
        const format = child(node, 'format');
        return format === 'date-time' || format === 'date' || format === 'uri'
          ? { type: 'string', title, format }
          : { type: 'string', title };
      }
      case 'integer':
        return { type: 'integer', title, ...longBounds };
      case 'number':
        return { type: 'number', title };
      case 'boolean':
        return { type: 'boolean', title };
      case 'object':
        return object(node, title, sourcePath, xdmPath, depth);
      case 'array': {
        const items = fieldOf(
          child(node, 'items') ?? {},
          title,
          `${sourcePath}[*]`,
          `${xdmPath}[*]`,
          depth + 1,
        );
        return items ? { type: 'array', title, items } : undefined;
      }
      default:
        guessed.push(sourcePath);
        return {
          type: 'string',
          title,
          description: 'Every value in the sample was empty, so the type is a guess.',
        };
    }
  }

  const record = object(root, 'Record', source.recordRoot, '', 0);
  return { properties: record?.properties ?? {}, sourceOf, guessed, skipped };
}

/** The fields that mappings use: what nobody maps is not created. A mapped object or list brings all it holds. */
export function keepMappedFields(
  properties: Readonly<Record<string, XdmField>>,
  mappedPaths: readonly string[],
): Record<string, XdmField> {
  const keep = (field: XdmField, path: string): XdmField | undefined => {
    if (mappedPaths.includes(path)) return field;
    if (!mappedPaths.some((mapped) => mapped.startsWith(`${path}.`) || mapped.startsWith(`${path}[`)))
      return undefined;
    if (field.items) {
      const items = keep(field.items, `${path}[*]`) ?? indexed(field.items, path);
      return items ? { ...field, items } : undefined;
    }
    return { ...field, properties: keepAll(field.properties ?? {}, `${path}.`) };
  };
  // `list[0].x` uses the declaration of `list[*].x`.
  const indexed = (items: XdmField, path: string): XdmField | undefined =>
    mappedPaths.some((mapped) => mapped.startsWith(`${path}[`)) ? items : undefined;
  const keepAll = (fields: Readonly<Record<string, XdmField>>, prefix: string): Record<string, XdmField> =>
    Object.fromEntries(
      Object.entries(fields).flatMap(([name, field]) => {
        const kept = keep(field, `${prefix}${name}`);
        return kept ? [[name, kept]] : [];
      }),
    );
  return keepAll(properties, '');
}
