import { describe, expect, test } from 'vitest';
import { compileExpression } from '@/lib/expression/evaluate';
import { validateExpression } from '@/lib/expression/validate';
import { onetrust } from '@/lib/sources/onetrust';
import { consentValues } from '@/lib/target/consent-fields';
import {
  type ConsentAnswers,
  cautiousAnswers,
  consentMappings,
  consentOptions,
  elementExpression,
  readPurposes,
} from './consent-mappings';

const consents = onetrust.consents;
if (!consents) throw new Error('OneTrust is a source of consents');

const record = (...purposes: Record<string, unknown>[]) => ({
  content: { LastUpdatedDate: '2026-03-01T00:00:00Z', Purposes: purposes },
});
const newsletter = { id: 'id "1"\\', name: 'Newsletter', records: 3 };
const email = 'consents.marketing.email';

function resultOf(source: string, of: unknown): unknown {
  const compiled = compileExpression(source);
  if (!compiled.ok) throw new Error(compiled.errors.map(({ message }) => message).join());
  const result = compiled.expression.evaluate(of);
  return result.ok ? result.value : result.error;
}

function valExpression(changes: Partial<ConsentAnswers> = {}): string {
  const answers = { ...cautiousAnswers, purposes: { [email]: newsletter.id }, ...changes };
  const [val] = consentMappings(consents ?? fail(), [newsletter], answers);
  return val?.source ?? '';
}

function fail(): never {
  throw new Error('no consents');
}

test('purposes are found in the sample, the most frequent first, and no person with them', () => {
  expect(
    readPurposes(
      [
        record({ Id: 'b', Name: 'Calls' }, { Id: 'a', Name: 'Letters' }),
        record({ Id: 'a', Name: 'Letters' }),
        { content: { Purposes: 'none' } },
        record({ Id: 7 }, { Name: 'without an id' }),
        null,
      ],
      consents,
    ),
  ).toEqual([
    { id: 'a', name: 'Letters', records: 2 },
    { id: 'b', name: 'Calls', records: 1 },
  ]);
});

describe('a status becomes an XDM choice', () => {
  test.each([
    ['ACTIVE', 'y'],
    ['ALWAYS_ACTIVE', 'y'],
    ['WITHDRAWN', 'n'],
    ['HARD_OPT_OUT', 'n'],
    ['PENDING', 'p'],
    ['EXPIRED', 'n'],
    ['NO_CONSENT', 'u'],
    ['SOMETHING_NEW', 'u'],
  ])('%s is %s', (status, choice) => {
    const value = resultOf(valExpression(), record({ Id: 'other' }, { Id: newsletter.id, Status: status }));
    expect(value).toBe(choice);
    expect(Object.keys(consentValues)).toContain(value);
  });

  test('doubts are answered as decided', () => {
    const decided = valExpression({ expired: 'u', neverAsked: 'dn', absent: 'u' });
    expect(resultOf(decided, record({ Id: newsletter.id, Status: 'EXPIRED' }))).toBe('u');
    expect(resultOf(decided, record({ Id: newsletter.id, Status: 'NO_CONSENT' }))).toBe('dn');
    expect(resultOf(decided, record({ Id: 'other', Status: 'ACTIVE' }))).toBe('u');
    expect(resultOf(decided, { content: {} })).toBe('u');
  });

  test('a record that does not mention the purpose writes nothing unless that is wanted', () => {
    expect(resultOf(valExpression(), record({ Id: 'other', Status: 'ACTIVE' }))).toBeNull();
    expect(resultOf(valExpression(), { content: {} })).toBeNull();
  });
});

describe('a topic, or an option of a preference, can stand for a choice', () => {
  const sample = record({
    Id: 'p',
    Name: 'News',
    Status: 'ACTIVE',
    Topics: [{ Id: 't "1"', Name: 'Offers', IsConsented: true }, { Name: 'without an id' }, 'nothing'],
    CustomPreferences: [
      { Id: 'channel', Name: 'Channel', Options: [{ Id: 'sms', Name: 'SMS', IsConsented: false }] },
      { Id: 'odd', Options: 7 },
    ],
  });
  const purposes = readPurposes([sample, sample], consents ?? fail());
  const options = consentOptions(purposes);

  test('they are found in the sample, although the explored schema does not name them', () => {
    expect(options.map(({ key, label, part }) => [key, label, part?.records])).toEqual([
      ['p', 'News', undefined],
      ['["p","t \\"1\\""]', 'News › Offers', 2],
      ['["p","channel","sms"]', 'News › Channel: SMS', 2],
    ]);
  });

  const rowFor = (at: number) => {
    const answers = { ...cautiousAnswers, purposes: { [email]: options[at]?.key ?? '' } };
    const [val] = consentMappings(consents ?? fail(), purposes, answers);
    return val ?? fail();
  };
  const withTopic = (Status: string, topic: unknown) =>
    record({ Id: 'p', Status, Topics: [{ Id: 'x' }, { Id: 't "1"', IsConsented: topic }] });

  test.each([
    ['agreed to', withTopic('ACTIVE', true), 'y'],
    ['not agreed to', withTopic('ACTIVE', false), 'n'],
    ['without an answer', withTopic('ACTIVE', null), 'u'],
    ['not there', record({ Id: 'p', Status: 'ACTIVE', Topics: [] }), 'u'],
    ['in no list', record({ Id: 'p', Status: 'ACTIVE' }), 'u'],
    ['of a purpose that was withdrawn', withTopic('WITHDRAWN', true), 'n'],
    ['of a purpose that is pending', withTopic('PENDING', true), 'p'],
    ['of no purpose of the person', record(), null],
  ])('a topic %s', (_, of, choice) => {
    expect(resultOf(rowFor(1).source, of)).toBe(choice);
  });

  test('an option of a preference, in a legal expression with its words', () => {
    const { source, note } = rowFor(2);
    expect(resultOf(source, sample)).toBe('n');
    expect(validateExpression(source)).toEqual([]);
    expect(source.length).toBeLessThan(4_096);
    expect(note).toContain('while active, the preference “Channel: SMS” decides');
  });

  test('a purpose that no sample record has is mapped by its id', () => {
    const byId = { id: 'b3d4a5f0-0000-4000-8000-000000000001', name: 'By hand', records: 0 };
    const answers = { ...cautiousAnswers, purposes: { [email]: byId.id } };
    const [val] = consentMappings(consents ?? fail(), [...purposes, byId], answers);
    expect(resultOf(val?.source ?? '', record({ Id: byId.id, Status: 'ACTIVE' }))).toBe('y');
  });

  test('one fact out of names and values is calculated by its name', () => {
    const of = { content: { DataElements: [{ Name: 'City "x"', Value: 'Basel' }] } };
    expect(resultOf(elementExpression(consents ?? fail(), 'City "x"'), of)).toBe('Basel');
    expect(resultOf(elementExpression(consents ?? fail(), 'Street'), of)).toBeNull();
  });
});

test('every row is a legal expression or path and says in plain words what it does', () => {
  const answers = {
    ...cautiousAnswers,
    purposes: { [email]: newsletter.id, 'consents.share': newsletter.id },
  };
  const rows = consentMappings(consents, [newsletter], answers);
  expect(rows.map(({ target }) => target)).toEqual([
    `${email}.val`,
    `${email}.time`,
    'consents.share.val',
    'consents.metadata.time',
  ]);
  for (const row of rows) {
    if (row.kind === 'expression') expect(validateExpression(row.source)).toEqual([]);
    expect(row.source.length).toBeLessThan(4_096);
  }
  expect(rows[0]?.note).toBe(
    'Purpose “Newsletter”: active is yes, withdrawn is no, pending stays pending, expired is no, ' +
      'never asked is unknown; any other status is unknown. A person without it keeps the choice they have.',
  );
  expect(rows[1] && resultOf(rows[1].source, record({ Id: newsletter.id, LastTransactionDate: 't' }))).toBe(
    't',
  );
});

test('without an answer, and for a purpose that is gone, nothing is mapped', () => {
  expect(consentMappings(consents, [newsletter], cautiousAnswers)).toEqual([]);
  const gone = { ...cautiousAnswers, purposes: { [email]: 'gone' } };
  expect(consentMappings(consents, [newsletter], gone)).toEqual([]);
});
