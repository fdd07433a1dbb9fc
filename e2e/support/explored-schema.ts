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
