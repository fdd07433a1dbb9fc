import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import type { PlanObject } from './plan';
import { toCurl } from './to-curl';

const target = { baseUrl: 'https://platform.adobe.io', sandboxName: 'prod' };

function dataset(body: Record<string, unknown>, references: PlanObject['references'] = []): PlanObject {
  return {
    key: 'dataset',
    kind: 'dataset',
    title: 'Dataset',
    name: 'Charges',
    marker: 'm',
    references,
    request: { method: 'POST', path: '/data/foundation/catalog/dataSets', body },
  };
}

/** The words that a shell hands to curl. */
function wordsOf(command: string): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${command}`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).split('\0').slice(0, -1);
}

describe('a planned request as a cURL command', () => {
  test('goes to the gateway with placeholders for every credential', () => {
    expect(wordsOf(toCurl(dataset({ name: 'Charges' }), target))).toEqual([
      '--request',
      'POST',
      'https://platform.adobe.io/data/foundation/catalog/dataSets',
      '--header',
      'Authorization: Bearer {ACCESS_TOKEN}',
      '--header',
      'x-api-key: {API_KEY}',
      '--header',
      'x-gw-ims-org-id: {ORG_ID}',
      '--header',
      'x-sandbox-name: prod',
      '--header',
      'Accept: application/json',
      '--header',
      'Content-Type: application/json',
      '--data-raw',
      '{\n  "name": "Charges"\n}',
    ]);
  });

  test('hands over every text as it is, whatever a shell would make of it', () => {
    const name = `it's "$(touch x)" \`id\` $HOME \\ ' '' !! %s\n\t@file 日本 ; rm -rf / & | > * {a,b} #`;
    const words = wordsOf(toCurl(dataset({ name }), target));
    expect(JSON.parse(words.at(-1) ?? '')).toEqual({ name });
  });

  test('names the ids that are known only later', () => {
    const object = dataset(
      { schemaRef: { id: '(id of the schema)' }, version: '(version of the mapping set)' },
      [
        { pointer: '/schemaRef/id', from: 'schema', value: 'id' },
        { pointer: '/version', from: 'mappingSet', value: 'version' },
      ],
    );
    expect(JSON.parse(wordsOf(toCurl(object, target)).at(-1) ?? '')).toEqual({
      schemaRef: { id: '{SCHEMA_ID}' },
      version: '{MAPPING_SET_VERSION}',
    });
  });
});
