import { expect, test } from 'vitest';
import { describeStages, runStages, sumStages } from '../../scripts/lib/stages.mjs';
import { countPlaywright, countVitest, readCounts } from '../../scripts/lib/test-reports.mjs';

const good = async () => ({ passed: 2, failed: 0 });
const bad = async () => ({ passed: 1, failed: 3 });
const quiet = { log: () => {}, now: () => 0 };

test('a failing stage does not hide a later one, unless that one depends on it', async () => {
  const rows = await runStages(
    [
      { name: 'lint', run: bad },
      { name: 'build', run: () => Promise.reject(new Error('no room')) },
      { name: 'unit', run: good },
      { name: 'journeys', needs: ['build'], run: good },
    ],
    quiet,
  );
  expect(rows).toEqual([
    { name: 'lint', seconds: 0, passed: 1, failed: 3 },
    { name: 'build', seconds: 0, passed: 0, failed: 1, reason: 'no room' },
    { name: 'unit', seconds: 0, passed: 2, failed: 0 },
    { name: 'journeys', seconds: 0, passed: 0, failed: 1, reason: 'not run: "build" failed' },
  ]);
  expect(sumStages(rows)).toEqual({ passed: 3, failed: 5 });
});

test('lanes run side by side, and what comes later sees how each ended', async () => {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const releaseThenPass = () => {
    release();
    return good();
  };
  const rows = await runStages(
    [
      [
        [{ name: 'first', run: () => released.then(good) }],
        [
          { name: 'second', run: bad },
          { name: 'third', needs: ['second'], run: good },
          { name: 'last', run: releaseThenPass },
        ],
      ],
      { name: 'report', needs: ['second'], run: good },
    ],
    quiet,
  );
  expect(rows).toEqual([
    { name: 'first', seconds: 0, passed: 2, failed: 0 },
    { name: 'second', seconds: 0, passed: 1, failed: 3 },
    { name: 'third', seconds: 0, passed: 0, failed: 1, reason: 'not run: "second" failed' },
    { name: 'last', seconds: 0, passed: 2, failed: 0 },
    { name: 'report', seconds: 0, passed: 0, failed: 1, reason: 'not run: "second" failed' },
  ]);
});

test('the very last line is the plain count', () => {
  const rows = [
    { name: 'unit', seconds: 1.25, passed: 7, failed: 0, skipped: 1 },
    { name: 'journeys', seconds: 0, passed: 0, failed: 0, skipped: 1, reason: 'no server' },
  ];
  expect(describeStages(rows).split('\n')).toEqual([
    '',
    'unit         1.3 s  ok       7 passed, 0 failed, 1 skipped',
    'journeys     0.0 s  SKIPPED  0 passed, 0 failed, 1 skipped  (no server)',
    '',
    '7 passed, 0 failed',
  ]);
});

test('a test file that could not be loaded counts as a failure', () => {
  const report = {
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 2,
    testResults: [
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  };
  expect(countVitest(report)).toEqual({ passed: 4, failed: 2, skipped: 2 });
});

test('an error outside any journey is a failure, and a second try is said to be a defect', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 0 };
  expect(countPlaywright({ stats, errors: [{}] })).toEqual({
    passed: 6,
    failed: 2,
    skipped: 0,
    reason: '1 needed a second try: a defect to be found',
  });
});

test('a run without a report has failed, whatever its exit code', () => {
  const missing = '/nowhere/report.json';
  expect(readCounts(missing, countVitest, 0)).toEqual({
    passed: 0,
    failed: 1,
    skipped: 0,
    reason: 'left no report',
  });
  expect(readCounts(missing, countVitest, 1).failed).toBe(1);
});
