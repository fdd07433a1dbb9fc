/**
 * Runs stages one after another. A stage is `{ name, needs: [names], run }`; `run` answers
 * `{ passed, failed, skipped?, reason? }`. A stage that throws has failed once; a stage that needs a failed one is not
 * run and counts as failed itself, so that nothing that was never checked looks checked. `[[stage, …], [stage, …]]` in
 * place of a stage is lanes: lists that run side by side.
 */
export async function runStages(stages, { log = console.log, now = () => performance.now() } = {}) {
  const rows = [];
  for (const stage of stages) {
    const lanes = Array.isArray(stage) ? stage : [[stage]];
    const ended = await Promise.all(lanes.map((lane) => runLane(lane, rows, { log, now })));
    rows.push(...ended.flat());
  }
  return rows;
}

async function runLane(lane, before, { log, now }) {
  const rows = [];
  for (const { name, needs = [], run } of lane) {
    const missing = needs.find((need) =>
      [...before, ...rows].some((row) => row.name === need && row.failed > 0),
    );
    if (missing) {
      rows.push({ name, seconds: 0, passed: 0, failed: 1, reason: `not run: "${missing}" failed` });
      continue;
    }
    log(`\n── ${name} ──`);
    const startMs = now();
    const outcome = await run().catch((error) => ({ passed: 0, failed: 1, reason: error.message }));
    rows.push({ name, seconds: (now() - startMs) / 1000, ...outcome });
  }
  return rows;
}

/** The table at the end of a test run, with the plain line `N passed, N failed` alone at its very end. */
export function describeStages(rows) {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, seconds, passed, failed, skipped = 0, reason }) => {
    const state = failed > 0 ? 'FAILED' : passed > 0 ? 'ok' : 'SKIPPED';
    const counts = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    return `${name.padEnd(width)}  ${seconds.toFixed(1).padStart(6)} s  ${state.padEnd(7)}  ${counts}${reason ? `  (${reason})` : ''}`;
  });
  const { passed, failed } = sumStages(rows);
  return ['', ...lines, '', `${passed} passed, ${failed} failed`].join('\n');
}

/** Totals over all stages. */
export function sumStages(rows) {
  return rows.reduce((sum, row) => ({ passed: sum.passed + row.passed, failed: sum.failed + row.failed }), {
    passed: 0,
    failed: 0,
  });
}
