import { fillReferences, type MadeObject } from './fill-references';
import { dependenciesOf, type PlanObject } from './plan';

/** Where the command goes; the base URL has no trailing slash. */
export type CurlTarget = { baseUrl: string; sandboxName: string };

/**
 * The request of one planned object as a command for a POSIX shell. Credentials and the ids of objects that do not exist
 * yet are placeholders in braces, such as `{ACCESS_TOKEN}` and `{SCHEMA_ID}`.
 */
export function toCurl(object: PlanObject, { baseUrl, sandboxName }: CurlTarget): string {
  const filled = fillReferences(object, placeholders(object));
  const isPatch = object.request.method === 'PATCH';
  const body = isPatch ? filled.operations : filled;
  // Ids of the registry are addresses, which a path holds only encoded; a placeholder stays readable.
  const id = String(filled.id);
  const path = isPatch
    ? object.request.path.replace('{id}', id.startsWith('{') ? id : encodeURIComponent(id))
    : object.request.path;
  const headers = [
    'Authorization: Bearer {ACCESS_TOKEN}',
    'x-api-key: {API_KEY}',
    'x-gw-ims-org-id: {ORG_ID}',
    `x-sandbox-name: ${sandboxName}`,
    'Accept: application/json',
    'Content-Type: application/json',
  ];
  return [
    `curl --request ${object.request.method} ${quote(`${baseUrl}${path}`)}`,
    ...headers.map((header) => `  --header ${quote(header)}`),
    // `--data` would read a file when the text began with an @.
    `  --data-raw ${quote(JSON.stringify(body, null, 2))}`,
  ].join(' \\\n');
}

/** One word for the shell whatever is in it: inside single quotes only the quote itself has a meaning. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function placeholders(object: PlanObject): Record<string, MadeObject> {
  return Object.fromEntries(
    dependenciesOf(object).map((key) => {
      const name = key
        .replace(/[A-Z]/g, (letter) => `_${letter}`)
        .replace(/[^A-Za-z0-9]+/g, '_')
        .toUpperCase();
      return [key, { id: `{${name}_ID}`, version: `{${name}_VERSION}` }];
    }),
  );
}
