import { aliasFunction, defineFunctions } from '../function-definition';
import { fail } from '../value';

const uuid = {
  name: 'uuid',
  signature: 'uuid()',
  description: 'A random id. Every run makes new ones, so it cannot keep a record from being ingested twice.',
  params: [],
  returns: 'string',
  example: 'uuid()',
  result: '"7c0267d2-bb74-4e1a-9275-3bf4fccda5f4"',
  offlineReason: 'Random: the platform will make another id.',
  evaluate: randomId,
} as const;

/** Version 4 UUID. `crypto.randomUUID` is missing where a page is not served securely; this is not. */
function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const specialFunctions = defineFunctions('Special operations', [
  uuid,
  { ...aliasFunction(uuid, 'guid') },
  {
    name: 'fpid_to_ecid',
    signature: 'fpid_to_ecid(input)',
    description: 'The Experience Cloud id that belongs to a first-party device id.',
    params: [{ name: 'input', kind: 'string', description: 'A first-party device id, which is a UUID' }],
    returns: 'string',
    example: 'fpid_to_ecid("4ed70bee-b654-420a-a3fd-b58b6b65e991")',
    result: '"28880788470263023831040523038280731744"',
    offline: false,
    offlineReason: 'Adobe does not publish how it derives the id.',
    evaluate: () => fail('fpid_to_ecid can only be computed by the platform: Adobe does not publish how'),
  },
]);
