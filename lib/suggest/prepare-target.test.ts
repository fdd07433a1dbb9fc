import { describe, expect, it } from 'vitest';
import { readTree } from './cases/read-cases';
import { prepareTarget } from './prepare-target';
import { suggest } from './suggest';
import type { SuggestField } from './suggestion';

function prepare(fields: readonly SuggestField[], without: ReadonlySet<'aliases'> = new Set()) {
  const steps = prepareTarget(fields, without);
  let step = steps.next();
  let count = 0;
  for (; !step.done; step = steps.next()) count += 1;
  return { prepared: step.value, count };
}

describe('prepareTarget', () => {
  const fields = readTree('campaign-b2b');

  it('does not read a target again that is asked about again, copied or not', () => {
    const { prepared } = prepare(fields);
    expect(prepare(structuredClone(fields))).toEqual({ prepared, count: 0 });
  });

  it.each<[string, Partial<SuggestField>]>([
    ['path', { path: 'campaignTitle' }],
    ['type', { type: 'boolean' }],
    ['title', { title: 'Another' }],
    ['description', { description: 'Another.' }],
    ['values', { enumValues: ['one'] }],
    ['state', { deprecated: true }],
  ])('reads it again after a change of a %s', (_, change) => {
    const { prepared } = prepare(fields);
    const changed = fields.map((field, at) => (at === 9 ? { ...field, ...change } : field));
    expect(prepare(changed).prepared).not.toBe(prepared);
  });

  it('reads it again for a question with other parts of the evidence', () => {
    const { prepared } = prepare(fields);
    expect(prepare(fields, new Set(['aliases'])).prepared).not.toBe(prepared);
  });

  it('gives the answer of a fresh reading, whatever was asked before', () => {
    const targetFields = [...fields, { path: '_acme.budget', type: 'number' } as const];
    const ask = (path: string) => suggest({ sourceFields: [{ path, type: 'number' }], targetFields });
    ask('name');
    const again = ask('budget');
    prepare(readTree('opportunity-b2b'));
    expect(again).toEqual(ask('budget'));
  });
});
