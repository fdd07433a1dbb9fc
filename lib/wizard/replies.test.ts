import { expect, it } from 'vitest';
import {
  readDatasetsReply,
  readDraftReply,
  readExploredReply,
  readPathErrorsReply,
  readRunReply,
  readSuggestionHistoryReply,
  readTargetReply,
} from './replies';

it('takes an answer of our own as it is', () => {
  const explored = { schema: {}, statistics: [], rows: [null, { id: 1 }], sampleCount: 2 };
  expect(readExploredReply(explored)).toBe(explored);
  const target = {
    tenantId: 'acme',
    target: {},
    schema: {},
    requiredTargets: [],
    identities: [],
    isInProfile: false,
  };
  expect(readTargetReply(target)).toBe(target);
  const datasets = { found: [], skipped: 0 };
  expect(readDatasetsReply(datasets)).toBe(datasets);
  const learned = { own: [{ source: 'email', target: 'personalEmail.address', count: 2 }], team: [] };
  expect(readSuggestionHistoryReply(learned)).toBe(learned);
  const counted = { paths: [{ resourcePath: 'customers', errors: 2 }] };
  expect(readPathErrorsReply(counted)).toBe(counted);
  expect(readRunReply({ run: null })).toEqual({ run: null });
  expect(readDraftReply({ version: 3 })).toEqual({ version: 3 });
});

it.each([
  ['the page of a gateway', '<html>'],
  ['nothing', null],
  ['a list', []],
  ['an answer of another route', { version: 3 }],
  ['a member of another kind', { schema: [], statistics: [], rows: [], sampleCount: 2 }],
])('finds no answer in %s', (_what, body) => {
  expect(readExploredReply(body)).toBeUndefined();
});

it('finds no answer in a list that holds something else', () => {
  expect(readDatasetsReply({ datasets: [null] })).toBeUndefined();
  expect(readRunReply({ run: { steps: 3 } })).toBeUndefined();
  expect(readRunReply({})).toBeUndefined();
});
