import { isJsonObject, type JsonSchemaNode } from '@/lib/schema/json-schema';
import { type FieldAddition, propertyPointer } from './field-addition';
import type { XdmField } from './xdm-field';

export type MissingAdditions = {
  /** What is still to be sent: at each place only what is not there. */
  missing: FieldAddition[];
  /** Places where something else stands, or where what should hold the field is gone. */
  taken: { pointer: string; reason: string }[];
};

/**
 * What of the additions a field group does not have yet, by its own stored form. A field that is there with the same type
 * counts as added, whoever did it; one with another type is never replaced.
 */
export function findMissingAdditions(
  document: unknown,
  additions: readonly FieldAddition[],
): MissingAdditions {
  const result: MissingAdditions = { missing: [], taken: [] };
  const compare = (present: unknown, field: XdmField, pointer: string): void => {
    const isSame = isJsonObject(present) && present.type === field.type && hasFormatOf(present, field);
    if (!isSame) {
      result.taken.push({ pointer, reason: 'It exists with another type.' });
      return;
    }
    if (field.items) compare(present.items, field.items, `${pointer}/items`);
    if (!field.properties) return;
    if (present.$ref !== undefined) {
      result.taken.push({ pointer, reason: 'It is declared by a data type by now.' });
      return;
    }
    const properties = isJsonObject(present.properties) ? present.properties : undefined;
    for (const [name, child] of Object.entries(field.properties)) {
      const place = propertyPointer(pointer, name);
      if (properties && Object.hasOwn(properties, name)) compare(properties[name], child, place);
      else if (properties) result.missing.push({ pointer: place, field: child });
      else result.taken.push({ pointer, reason: 'It declares no fields of its own.' });
    }
  };
  for (const { pointer, field } of additions) {
    const at = pointer.lastIndexOf('/');
    const properties = nodeAt(document, pointer.slice(0, at));
    const name = pointer.slice(at + 1);
    if (!isJsonObject(properties)) {
      result.taken.push({ pointer, reason: 'The object around it is gone.' });
    } else if (Object.hasOwn(properties, name)) {
      compare(properties[name], field, pointer);
    } else {
      result.missing.push({ pointer, field });
    }
  }
  return result;
}

function nodeAt(document: unknown, pointer: string): unknown {
  let node = document;
  for (const segment of pointer.split('/').slice(1)) {
    if (!isJsonObject(node) || !Object.hasOwn(node, segment)) return undefined;
    node = node[segment];
  }
  return node;
}

const isTime = (format: unknown): boolean => format === 'date' || format === 'date-time';

/** Only times are told apart by their format; others say how a text is to be read. */
function hasFormatOf(present: JsonSchemaNode, field: XdmField): boolean {
  return isTime(present.format) || isTime(field.format) ? present.format === field.format : true;
}

/** The places that cannot take their field, as one sentence. */
export function describeTaken(taken: MissingAdditions['taken']): string {
  const [first] = taken;
  const name = first?.pointer.split('/').at(-1) ?? '';
  const more = taken.length > 1 ? ` The same holds for ${taken.length - 1} more.` : '';
  return `The field group has changed since the fields were chosen: “${name}” cannot be added. ${first?.reason ?? ''}${more} Choose the fields again.`;
}
