import { readFileSync } from 'node:fs';

/** Counts of a vitest JSON report; a file that could not even be loaded counts as one failure. */
export function countVitest(report) {
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/** Counts of a Playwright JSON report; a test that passed only at a second try passes, and is said to be a defect. */
export function countPlaywright(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  // Errors outside any test: a server that did not start, a file that could not be loaded.
  const counts = { passed: expected + flaky, failed: unexpected + (report.errors?.length ?? 0), skipped };
  return flaky > 0 ? { ...counts, reason: `${flaky} needed a second try: a defect to be found` } : counts;
}

/**
 * Counts a run from its report file. A run that ended badly though its report shows no failure, or left no report,
 * counts as one failure: green is only what says so twice.
 */
export function readCounts(file, count, exitCode) {
  let counts = { passed: 0, failed: 0, skipped: 0 };
  let reason;
  try {
    counts = count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    reason = 'left no report';
  }
  if (exitCode !== 0 && counts.failed === 0) counts.failed = 1;
  if (exitCode === 0 && counts.failed === 0 && counts.passed === 0) {
    return { ...counts, failed: 1, reason: reason ?? 'ran no test' };
  }
  return reason ? { ...counts, reason } : counts;
}
