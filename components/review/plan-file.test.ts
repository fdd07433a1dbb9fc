import { expect, test } from 'vitest';
import { planFile } from './plan-file';

test('a plan file has a safe name whatever the dataflow is called', () => {
  const names = ['Stripe, 21 Nov 2026', '../../etc/passwd', 'Zählung', '=cmd|x', '日本', 'a'.repeat(200)];
  expect(names.map((name) => planFile(name, { objects: [], hash: 'h' }).fileName)).toEqual([
    'stripe-21-nov-2026-plan.json',
    'etc-passwd-plan.json',
    'zahlung-plan.json',
    'cmd-x-plan.json',
    'dataflow-plan.json',
    `${'a'.repeat(60)}-plan.json`,
  ]);
});

test('a plan file holds the plan and the hash it goes by', () => {
  expect(JSON.parse(planFile('x', { objects: [], hash: 'h' }).text)).toEqual({
    format: 1,
    hash: 'h',
    objects: [],
  });
});
