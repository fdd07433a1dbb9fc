const profileClass = 'https://ns.adobe.com/xdm/context/profile';

/**
 * Two schemas of the sandbox the journeys work in that share a field group with the object `order`, as a colleague would
 * have made them. Returns the field group's id.
 */
export async function giveSchemas(origin: string, titles: readonly [string, string]): Promise<string> {
  const token = await fetch(`${origin}/ims/token/v3`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: 'tributary-demo',
      client_secret: 'tributary-demo-secret',
      scope: 'openid,AdobeID,read_organizations',
    }),
  });
  const { access_token } = (await token.json()) as { access_token: string };
  const make = async (path: string, body: object): Promise<string> => {
    const response = await fetch(`${origin}/data/foundation/schemaregistry/tenant/${path}`, {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${access_token}`,
        'x-api-key': 'tributary-demo',
        'x-gw-ims-org-id': 'TRIBUTARYDEMO@AdobeOrg',
        'x-sandbox-name': 'dev',
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    });
    const made = (await response.json()) as { $id?: string };
    if (!made.$id) throw new Error(`${path}: ${response.status} ${JSON.stringify(made)}`);
    return made.$id;
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
