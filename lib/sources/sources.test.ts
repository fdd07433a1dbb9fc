import { describe, expect, test } from 'vitest';
import { refuseHost } from './credential-text';
import { onetrust } from './onetrust';
import { findSource, findSourceByConnectionSpec, sources } from './sources';
import { stripe } from './stripe';

const [key] = stripe.credentialFields;
const [host, token] = onetrust.credentialFields;

describe('what people paste', () => {
  test.each([
    ['sk_test_abc\n', 'sk_test_abc'],
    ['  Bearer sk_test_abc  ', 'sk_test_abc'],
    ['"rk_live_abc"', 'rk_live_abc'],
    ['sk_test_\r\nabc', 'sk_test_abc'],
  ])('%j is cleaned', (pasted, expected) => {
    expect(key?.normalise(pasted)).toBe(expected);
  });

  test.each([
    ['', 'Paste the key.'],
    ['pk_live_abc', 'publishable key'],
    ['whsec_abc', 'webhook signing secret'],
    ['sk_тест', 'characters that no key has'],
    ['s'.repeat(5_000), 'longer than any key'],
  ])('%j is refused with a remedy', (value, sentence) => {
    expect(key?.refuse(value)).toContain(sentence);
  });

  test('a full live key is accepted with the advice to restrict it', () => {
    expect(key?.refuse('sk_live_abc')).toBeUndefined();
    expect(key?.advise('sk_live_abc')).toContain('rk_live_');
    expect(key?.advise('rk_live_abc')).toBeUndefined();
  });

  test.each([
    ['https://App.OneTrust.com/path?x=1', 'app.onetrust.com'],
    ['app.onetrust.com/', 'app.onetrust.com'],
  ])('the host of %s is found', (pasted, expected) => {
    expect(host?.normalise(pasted)).toBe(expected);
  });

  test.each([
    '',
    'localhost',
    '127.0.0.1',
    '169.254.169.254',
    '[::1]',
    'intranet',
    'db.internal',
    'a..b.com',
    '-x.com',
  ])('the host %j is refused', (value) => {
    expect(refuseHost(value)).toMatch(/\.$/);
  });

  test('a token needs to be there', () => {
    expect(token?.refuse('')).toBe('Paste the access token.');
  });
});

test.each([
  ['sk_test_1', 'test'],
  ['rk_live_1', 'live'],
  ['other', undefined],
] as const)('%s reads %s data', (accessToken, mode) => {
  expect(stripe.credentialMode?.({ accessToken })).toBe(mode);
});

test('definitions are found by id and by connection spec, and by nothing else', () => {
  for (const source of sources) {
    expect(findSource(source.id)).toBe(source);
    expect(findSourceByConnectionSpec(source.connectionSpec.id)).toBe(source);
  }
  expect(findSource('constructor')).toBeUndefined();
});

test('the published mappings have 36 and 7 rows', () => {
  expect(stripe.presets[0]?.rows).toHaveLength(36);
  expect(onetrust.presets[0]?.rows).toHaveLength(7);
  expect(stripe.presets[0]?.rows.at(-1)).toEqual({ source: 'data.outcome', target: 'charges_data.outcome' });
});

test('the newest record is found in the unit of each source', () => {
  expect(stripe.recordTimeSeconds({ data: { created: 1_679_090_539 } })).toBe(1_679_090_539);
  expect(onetrust.recordTimeSeconds({ content: { LastUpdatedDate: '2019-06-05T12:02:07Z' } })).toBe(
    1_559_736_127,
  );
  for (const source of sources) expect(source.recordTimeSeconds({ data: null })).toBeUndefined();
});
