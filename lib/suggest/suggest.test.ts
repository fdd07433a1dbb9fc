import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import type { FieldHint, FieldStatistics } from '@/lib/schema/statistics';
import { toPredictions } from './case-file';
import { calibrationCases } from './cases/calibration-cases';
import { heldOutCases } from './cases/held-out-cases';
import { openCases, sealedCases } from './cases/independent-cases';
import {
  furtherPracticeCases,
  lastPracticeCases,
  plainPracticeCases,
  practiceCases,
} from './cases/practice-cases';
import { readCases, readTree } from './cases/read-cases';
import { furtherCases, tradeCases } from './cases/trade-cases';
import { wordedCases } from './cases/worded-cases';
import { fieldsOfTree } from './fields-of-tree';
import { addCounts, countCase, figuresOf } from './score-cases';
import { suggest, suggestInSteps } from './suggest';
import type { SuggestField, SuggestInput } from './suggestion';

const field = (path: string, type: SuggestField['type'] = 'string'): SuggestField => ({ path, type });

const profile = readTree('profile-b2b');

function appliedOf(input: SuggestInput): Record<string, string> {
  return Object.fromEntries(
    suggest(input).flatMap(({ source, suggestions }) =>
      suggestions.filter(({ isApplied }) => isApplied).map(({ target }) => [source, target] as const),
    ),
  );
}

describe('suggest', () => {
  it('finds everyday names of standard fields', () => {
    const sourceFields = ['LastName', 'Company', 'Title', 'MobilePhone', 'createdon', 'AccountId'].map(
      (path) => field(path),
    );
    expect(appliedOf({ sourceFields, targetFields: profile })).toEqual({
      LastName: 'person.name.lastName',
      Company: 'b2b.companyName',
      Title: 'extendedWorkDetails.jobTitle',
      MobilePhone: 'mobilePhone.number',
      createdon: 'extSourceSystemAudit.createdDate',
      AccountId: 'b2b.accountKey.sourceID',
    });
  });

  it("prefers an organisation's own field of the same name to a standard one", () => {
    const targetFields = [
      ...readTree('ee-loyalty'),
      field('_acme', 'object'),
      field('_acme.charge', 'object'),
      field('_acme.charge.id'),
      field('_acme.charge.amount', 'integer'),
      field('_acme.charge.status'),
    ];
    const sourceFields = [field('data.id'), field('data.amount', 'integer'), field('data.status')];
    expect(appliedOf({ sourceFields, targetFields })).toEqual({
      'data.id': '_acme.charge.id',
      'data.amount': '_acme.charge.amount',
      'data.status': '_acme.charge.status',
    });
  });

  it('reads from the sample what a name does not say', () => {
    const hinted = (hints: readonly FieldHint[]): FieldStatistics => ({
      filledShare: 1,
      distinct: 9,
      examples: [],
      hints,
    });
    const sourceFields = ['last_name', 'company', 'contact_point', 'job_title'].map((path) => field(path));
    const bestFor = (hints: readonly FieldHint[]) =>
      suggest({
        sourceFields,
        targetFields: profile,
        statistics: new Map([['contact_point', hinted(hints)]]),
      }).find(({ source }) => source === 'contact_point')?.suggestions[0];
    expect(bestFor([])?.target).not.toBe('workEmail.address');
    expect(bestFor(['email'])).toMatchObject({
      target: 'workEmail.address',
      reason: 'The sample values look like e-mail addresses.',
    });
  });

  it('says in one sentence why', () => {
    const [first] = suggest({ sourceFields: [field('surname')], targetFields: profile });
    expect(first?.suggestions[0]).toMatchObject({
      target: 'person.name.lastName',
      band: 'high',
      reason: '“surname” says the same as “lastName” in “name”.',
    });
  });

  it('leaves paging and transport fields alone', () => {
    const names = [
      'pageable.offset',
      'pageable.pageSize',
      'sort.sorted',
      'number',
      'size',
      'has_more',
      'next_cursor',
      'etag',
    ];
    expect(
      appliedOf({ sourceFields: names.map((path) => field(path)), targetFields: readTree('profile-full') }),
    ).toEqual({});
  });

  it('raises what was accepted before and never offers what was rejected', () => {
    const sourceFields = [field('shoe_size'), field('email')];
    const [shoe, email] = suggest({
      sourceFields,
      targetFields: profile,
      history: [{ source: 'shoe_size', target: 'person.nationality', count: 3 }],
      rejected: [{ source: 'email', target: 'workEmail.address' }],
    });
    expect(shoe?.suggestions[0]).toMatchObject({
      target: 'person.nationality',
      isApplied: true,
      band: 'high',
    });
    expect(email?.suggestions.map(({ target }) => target)).not.toContain('workEmail.address');
  });

  it('applies nothing to a target that is taken or a source that is mapped', () => {
    const sourceFields = [field('surname'), field('given_name')];
    expect(
      appliedOf({
        sourceFields,
        targetFields: profile,
        takenTargets: ['person.name.lastName'],
        mappedSources: ['given_name'],
      }),
    ).toEqual({});
  });

  it('gives the same answer whatever the order of the fields, and the same one again', () => {
    const cases = readCases([...calibrationCases.slice(0, 3), ...tradeCases.slice(0, 3)]);
    fc.assert(
      fc.property(
        fc.constantFrom(...cases).chain((one) =>
          fc.record({
            one: fc.constant(one),
            sourceFields: fc.shuffledSubarray([...one.sourceFields], { minLength: one.sourceFields.length }),
            targetFields: fc.shuffledSubarray([...one.targetFields], { minLength: one.targetFields.length }),
          }),
        ),
        ({ one, sourceFields, targetFields }) => {
          const bySource = (input: SuggestInput) =>
            suggest(input).sort((a, b) => (a.source < b.source ? -1 : 1));
          const expected = bySource(one);
          expect(bySource(one)).toEqual(expected);
          expect(bySource({ sourceFields, targetFields })).toEqual(expected);
        },
      ),
      { numRuns: 6 },
    );
  });

  it('never applies two sources to one single-valued target, on any input', () => {
    const name = fc.oneof(
      fc.constantFrom(
        'email',
        'Email',
        'e_mail',
        'phone',
        'id',
        'Id',
        'name',
        'createdAt',
        'created_on',
        'zip',
        '__proto__',
        'Straße',
        '名前',
        'a'.repeat(10_000),
      ),
      fc.string({ maxLength: 20 }),
    );
    const type = fc.constantFrom(
      'string',
      'integer',
      'boolean',
      'date-time',
      'unknown',
      'object',
      'array',
    ) as fc.Arbitrary<SuggestField['type']>;
    const fields = fc.array(
      fc.record({
        path: fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('.')),
        type,
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fields, fields, (sourceFields, extra) => {
        const targetFields = [...readTree('opportunity-b2b'), ...extra];
        const shared = new Set(
          targetFields.filter(({ type }) => type === 'array' || type === 'map').map(({ path }) => path),
        );
        const applied = suggest({ sourceFields, targetFields })
          .flatMap(({ suggestions }) => suggestions.filter(({ isApplied }) => isApplied))
          .filter(({ target }) => !shared.has(target));
        expect(new Set(applied.map(({ target }) => target)).size).toBe(applied.length);
        for (const { confidence } of applied) expect(confidence).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 40 },
    );
  });

  it('survives empty schemas, one field, thousands of enum values and names that are none', () => {
    const enumValues = Array.from({ length: 5_000 }, (_, at) => `value ${at}`);
    expect(suggest({ sourceFields: [], targetFields: [] })).toEqual([]);
    expect(suggest({ sourceFields: [field('a')], targetFields: [] })).toEqual([
      { source: 'a', suggestions: [] },
    ]);
    expect(suggest({ sourceFields: [], targetFields: profile })).toEqual([]);
    for (const path of [
      '',
      '.',
      '[*]',
      '${a.b}',
      '__proto__',
      'constructor.prototype',
      'toString',
      '🙂',
      '\u0000',
      '顧客.メール',
      'x'.repeat(10_000),
      `${'very_long_name_'.repeat(700)}id`,
      `${'a.'.repeat(500)}b`,
    ]) {
      expect(() =>
        suggest({
          sourceFields: [{ path, type: 'string', enumValues }],
          targetFields: [...profile, { path, type: 'string' }],
        }),
      ).not.toThrow();
    }
  });

  it('counts a field that is given twice once', () => {
    const sourceFields = [field('surname'), field('surname'), field('city')];
    const results = suggest({ sourceFields, targetFields: [...profile, ...profile] });
    expect(results.map(({ source }) => source)).toEqual(['surname', 'city']);
    expect(appliedOf({ sourceFields, targetFields: [...profile, ...profile] })).toMatchObject({
      surname: 'person.name.lastName',
    });
  });

  it('takes schemas whose objects hold themselves', () => {
    const tree = buildSchemaTree({ properties: { surname: { type: 'string' }, manager: { $ref: '#' } } });
    expect(
      suggest({ sourceFields: fieldsOfTree(tree), targetFields: profile })[0]?.suggestions[0],
    ).toMatchObject({ source: 'surname', target: 'person.name.lastName' });
  });

  it('answers a pause within a few milliseconds, however large the schema', () => {
    const steps = suggestInSteps({
      sourceFields: readTree('profile-b2b').slice(0, 60),
      targetFields: readTree('ee-marketo'),
    });
    let progress = 0;
    let step = steps.next();
    let count = 0;
    for (; !step.done; step = steps.next()) {
      expect(step.value).toBeGreaterThanOrEqual(0);
      expect(step.value).toBeLessThanOrEqual(1);
      progress = step.value;
      count += 1;
    }
    expect(progress).toBeGreaterThan(0.8);
    expect(count).toBeGreaterThan(15);
  });

  it.each([
    ['calibration', calibrationCases],
    ['held-out', heldOutCases],
    ['open independent', openCases],
    ['trade', [...tradeCases, ...furtherCases]],
    ['practice', [...practiceCases, ...plainPracticeCases, ...lastPracticeCases]],
  ])('keeps its quality on the %s cases', (_, written) => {
    const figures = figuresOf(
      addCounts(readCases(written).map((one) => countCase(one, toPredictions(suggest(one))))),
    );
    expect(figures.f1).toBeGreaterThanOrEqual(0.9);
    expect(figures.hardFirst).toBeGreaterThanOrEqual(0.9);
    expect(figures.hardTopThree).toBeGreaterThanOrEqual(0.95);
    expect(figures.falseOnUnmapped).toBeLessThanOrEqual(0.03);
    expect(figures.highPrecision).toBeGreaterThanOrEqual(0.97);
  });

  it.each([
    ['no name is that of its target', wordedCases, 0.9, 0.94],
    ['names are those of an office of its own', furtherPracticeCases, 0.78, 0.86],
  ])('keeps what it reaches where %s', (_, written, f1, hardFirst) => {
    const figures = figuresOf(
      addCounts(readCases(written).map((one) => countCase(one, toPredictions(suggest(one))))),
    );
    expect(figures.f1).toBeGreaterThanOrEqual(f1);
    expect(figures.hardFirst).toBeGreaterThanOrEqual(hardFirst);
    expect(figures.hardTopThree).toBeGreaterThanOrEqual(0.93);
    expect(figures.falseOnUnmapped).toBeLessThanOrEqual(0.03);
    expect(figures.highPrecision).toBeGreaterThanOrEqual(0.97);
  });

  it('keeps what it reaches on independent cases whose misses nobody has seen', () => {
    const figures = figuresOf(
      addCounts(readCases(sealedCases).map((one) => countCase(one, toPredictions(suggest(one))))),
    );
    expect(figures.f1).toBeGreaterThanOrEqual(0.9);
    expect(figures.hardFirst).toBeGreaterThanOrEqual(0.93);
    expect(figures.hardTopThree).toBeGreaterThanOrEqual(0.96);
    expect(figures.falseOnUnmapped).toBeLessThanOrEqual(0.05);
    expect(figures.highPrecision).toBeGreaterThanOrEqual(0.97);
  });

  it('reads a state as a status unless an address stands beside it', () => {
    const applied = (names: readonly string[]) =>
      appliedOf({ sourceFields: names.map((path) => field(path)), targetFields: profile });
    expect(applied(['surname', 'lead_state'])).toMatchObject({ lead_state: 'b2b.personStatus' });
    expect(applied(['surname', 'city', 'state', 'zip'])).not.toMatchObject({ state: 'b2b.personStatus' });
    expect(applied(['statecode', 'statuscode', 'surname']).statecode).toBeUndefined();
  });
});
