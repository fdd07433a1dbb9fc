import { describe, expect, test } from 'vitest';
import { compileExpression } from '@/lib/expression/evaluate';
import { validateExpression } from '@/lib/expression/validate';
import { onetrust } from '@/lib/sources/onetrust';
import { consentValues } from '@/lib/target/consent-fields';
import { type ConsentAnswers, cautiousAnswers, consentMappings, readPurposes } from './consent-mappings';

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
