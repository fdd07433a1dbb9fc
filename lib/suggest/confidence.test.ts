import { describe, expect, it } from 'vitest';
import type { SuggestCase } from './case-file';
import { calibrationCases } from './cases/calibration-cases';
import { calibrationRows } from './cases/calibration-rows';
import { distractorCases } from './cases/distractor-cases';
import { heldOutCases } from './cases/held-out-cases';
import { openCases } from './cases/independent-cases';
import { knockOut } from './cases/knock-out';
import {
  furtherPracticeCases,
  lastPracticeCases,
  plainPracticeCases,
  practiceCases,
} from './cases/practice-cases';
import { readCases } from './cases/read-cases';
import { furtherCases, tradeCases } from './cases/trade-cases';
import { wordedCases } from './cases/worded-cases';
import type { WrittenCase } from './cases/written-case';
import { confidenceOf, confidenceWeights } from './confidence';
import { type FitRow, fitWeights } from './fit-weights';

const rowsOf = (written: readonly WrittenCase[]): FitRow[] =>
  readCases(written).flatMap((one) => [
    ...calibrationRows(one, 1),
    ...calibrationRows(knockOut(one, 0), 1),
    ...calibrationRows(knockOut(one, 1), 1),
  ]);

const within = (path: string) => `feedRequest.${path}`;

function inEnvelope(one: SuggestCase): SuggestCase {
  return {
    ...one,
    sourceFields: one.sourceFields.map((field) => ({ ...field, path: within(field.path) })),
    gold: one.gold.map((pair) => ({ ...pair, source: within(pair.source) })),
    unmapped: one.unmapped.map(within),
  };
}

describe('confidence', () => {
  it('has the weights that the cases to fit on give', { timeout: 120_000 }, () => {
    const known = [
      ...calibrationCases,
      ...openCases,
      ...tradeCases,
      ...furtherCases,
      ...wordedCases,
      ...practiceCases,
      ...furtherPracticeCases,
      ...plainPracticeCases,
      ...lastPracticeCases,
    ];
    const every = (step: number, from: number) => readCases(known).filter((_, at) => at % step === from);
    // Without everyday names the cases are like those of others, whose words the vocabulary was not written for.
    const strange = every(2, 0).flatMap((one) => calibrationRows({ ...one, without: ['aliases'] }, 1));
    const hopeless = readCases(distractorCases).flatMap((one) => calibrationRows(one, 3));
    // An envelope around the record, as most interfaces have one, changes nothing about its fields.
    const enveloped = every(2, 1).flatMap((one) => calibrationRows(inEnvelope(one), 1));
    const plain = readCases(known).flatMap((one) => calibrationRows(one, 1));
    const knockedOut = readCases(known).flatMap((one, at) =>
      calibrationRows(knockOut(one, at % 2 === 0 ? 0 : 1), 1.5),
    );
    const rows = [...enveloped, ...plain, ...knockedOut, ...strange, ...hopeless];
    const fitted = fitWeights(rows, confidenceWeights, { ridge: 0.0015, rounds: 100, rate: 0.5 });
    const drift = rows.map(({ features }) =>
      Math.abs(confidenceOf(features) - confidenceOf(features, fitted)),
    );
    expect(drift.reduce((sum, one) => sum + one, 0) / rows.length).toBeLessThan(0.04);
  });

  it('is no higher than what held-out cases bear out, though half of their targets are gone', () => {
    const rows = rowsOf(heldOutCases);
    for (const [from, to] of [
      [0.5, 0.8],
      [0.8, 0.95],
      [0.95, 1.01],
    ] as const) {
      const within = rows
        .map((row) => ({ ...row, says: confidenceOf(row.features) }))
        .filter(({ says }) => says >= from && says < to);
      const said = within.reduce((sum, { says }) => sum + says, 0) / within.length;
      const borneOut = within.filter(({ isRight }) => isRight).length / within.length;
      expect(borneOut).toBeGreaterThan(said - 0.12);
    }
  });
});
