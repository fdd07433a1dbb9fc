import { postToPlatform } from './post-to-platform';

const profileClass = 'https://ns.adobe.com/xdm/context/profile';

/**
 * Two schemas of the sandbox the journeys work in that share a field group with the object `order`, as a colleague would
 * have made them. Returns the field group's id.
 */
export async function giveSchemas(origin: string, titles: readonly [string, string]): Promise<string> {
  const make = async (path: string, body: object): Promise<string> => {
    const { $id } = await postToPlatform(origin, `schemaregistry/tenant/${path}`, body);
    return String($id);
  };
  const part = ($ref: string) => ({ $ref, type: 'object', 'meta:xdmType': 'object' });
  const order = {
    type: 'object',
    properties: { number: { type: 'string' }, amount: { type: 'string' } },
  };
  const fieldGroup = await make('fieldgroups', {
    type: 'object',
    title: `${titles[0]} fields`,
    'meta:intendedToExtend': [profileClass],
    definitions: {
      customFields: {
        type: 'object',
        properties: { _tributarydemo: { type: 'object', properties: { order } } },
      },
    },
    allOf: [part('#/definitions/customFields')],
  });
  for (const title of titles) {
    await make('schemas', { type: 'object', title, allOf: [part(profileClass), part(fieldGroup)] });
  }
  return fieldGroup;
}
