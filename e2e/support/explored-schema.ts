import type { EmulatorClient } from './emulator-client';

/** Lets every look at the source answer with this schema and these records from now on, until the faults are cleared. */
export async function exploreAs(
  emulator: EmulatorClient,
  schema: unknown,
  records: readonly unknown[] = [],
): Promise<void> {
  // As a literal text: the control surface must not trip over what the product has to stand.
  const body = JSON.stringify({ format: 'hierarchical', schema, data: records });
  await emulator.putFaults([
    { match: { op: 'flow.connections.explore' }, action: { type: 'status', status: 200, body } },
  ]);
}

const text = { type: 'string' };

/** 100 areas of 10 sections of 10 fields below `data`: 10,000 fields, and as many in a target made from them. */
export function largeSchema(): unknown {
  const numbered = (name: string, count: number, of: unknown) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`${name}${at + 1}`, of]));
  const section = { type: 'object', properties: numbered('field', 10, text) };
  const area = { type: 'object', properties: numbered('section', 10, section) };
  const data = { type: 'object', properties: numbered('area', 100, area) };
  return { type: 'object', properties: { data } };
}

/** Names that break what takes them for code, for a path, for markup or for one line of text. */
export const hostileNames = [
  '__proto__',
  'constructor',
  'a.b',
  '"quoted"',
  "it's",
  'a/b\\c',
  '[0]',
  '😀 emoji',
  'שלום עולם',
  `marks${'\u0301'.repeat(500)}`,
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  'Email',
  'email',
  'x'.repeat(600),
];

/** A schema with such names in one object, a field that contains itself, one 60 levels deep and an enum of 100,000 values. */
export function hostileSchema(root: string): unknown {
  const markup = '<b>bold</b><script>alert(1)</script>';
  // Built as text: `__proto__` as a key of an object literal would set the prototype.
  const named = hostileNames.map(
    (name) => [name, { type: 'string', title: markup, description: markup }] as const,
  );
  let deep: unknown = text;
  for (let level = 60; level > 0; level -= 1)
    deep = { type: 'object', properties: { [`level${level}`]: deep } };
  const properties = [
    ...named,
    ['deep', deep],
    ['cyclic', { $ref: '#/definitions/node' }],
    ['choice', { type: 'string', enum: Array.from({ length: 100_000 }, (_, at) => `v${at}`) }],
  ] as const;
  return {
    type: 'object',
    properties: { [root]: { type: 'object', properties: Object.fromEntries(properties) } },
    definitions: {
      node: { type: 'object', properties: { id: text, next: { $ref: '#/definitions/node' } } },
    },
  };
}
