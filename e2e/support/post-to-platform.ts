/** Makes an object in the sandbox the journeys work in, as a colleague would outside the app; answers what it answers. */
export async function postToPlatform(
  origin: string,
  path: string,
  body: object,
): Promise<Record<string, unknown>> {
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
  const response = await fetch(`${origin}/data/foundation/${path}`, {
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
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return JSON.parse(text);
}
