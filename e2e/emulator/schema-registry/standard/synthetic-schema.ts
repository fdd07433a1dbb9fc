import {
  decimal,
  type Fields,
  group,
  type StandardResource,
  standardResource,
  text,
  whole,
} from './field-builders';
import { xdm } from './standard-ids';

/** Title under which the generated schema is listed. */
export const syntheticTitle = 'Synthetic 10,000 fields';

/** Id of the generated schema in the global container. */
export const syntheticSchemaId = 'https://ns.adobe.com/xdm/synthetic/ten-thousand-fields';

const groupId = 'https://ns.adobe.com/xdm/synthetic/ten-thousand-fields-details';
/** 10,000 leaves in the field group: 100 areas of 10 sections of 10 fields. */
const areas = 100;
const sections = 10;
const perSection = 10;

function numbered(name: string, index: number): string {
  return `${name}${String(index + 1).padStart(3, '0')}`;
}

function sectionFields(): Fields {
  const fields: Fields = {};
  for (let index = 0; index < perSection; index += 1) {
    const name = numbered('field', index);
    if (index % 5 === 3) fields[name] = decimal(`Value ${index + 1}`, 'A generated number.');
    else if (index % 5 === 4) fields[name] = whole(`Count ${index + 1}`, 'A generated whole number.');
    else fields[name] = text(`Text ${index + 1}`, 'A generated text.');
  }
  return fields;
}

function generate(): StandardResource[] {
  const properties: Fields = {};
  for (let area = 0; area < areas; area += 1) {
    const inside: Fields = {};
    for (let section = 0; section < sections; section += 1) {
      inside[numbered('section', section)] = group(
        `Section ${section + 1}`,
        'A generated section.',
        sectionFields(),
      );
    }
    properties[numbered('area', area)] = group(`Area ${area + 1}`, 'A generated area.', inside);
  }
  const details = standardResource({
    kind: 'fieldgroups',
    id: groupId,
    title: `${syntheticTitle} details`,
    description: 'Generated fields to try large targets with.',
    properties,
    extra: { 'meta:intendedToExtend': [xdm.profile] },
  });
  const schema = standardResource({
    kind: 'schemas',
    id: syntheticSchemaId,
    title: syntheticTitle,
    description: 'A generated schema to try large targets with.',
    includes: [xdm.profile, groupId],
    properties: {},
    extra: { 'meta:class': xdm.profile, 'meta:extends': [xdm.record, xdm.auditable, xdm.profile, groupId] },
  });
  return [details, schema];
}

let generated: StandardResource[] | undefined;

/** The generated field group and schema; made once, on the first call. */
export function syntheticResources(): readonly StandardResource[] {
  generated ??= generate();
  return generated;
}
