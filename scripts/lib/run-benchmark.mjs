/**
 * Measures one benchmark: warms up, then runs it in batches and answers the median time of one call.
 * A benchmark is `{ name, run, baseline? }`; with a `baseline` to beat the ratio is reported too. `{ name, measure }`
 * answers its own `{ value, unit, baseline? }`, for figures that are no times.
 */
export async function runBenchmark({ name, run, baseline, measure, rounds = 30, warmUpRounds = 5 }) {
  if (measure) return { name, ...(await measure()) };
  const value = await measureMedianMs(run, rounds, warmUpRounds);
  if (!baseline) return { name, value, unit: 'ms' };
  const baselineValue = await measureMedianMs(baseline, rounds, warmUpRounds);
  return { name, value, unit: 'ms', baseline: baselineValue, ratio: round(value / baselineValue) };
}

async function measureMedianMs(run, rounds, warmUpRounds) {
  for (let index = 0; index < warmUpRounds; index += 1) await run();
  const times = [];
  for (let index = 0; index < rounds; index += 1) {
    const startMs = performance.now();
    await run();
    times.push(performance.now() - startMs);
  }
  times.sort((one, other) => one - other);
  return round(times[Math.floor(times.length / 2)]);
}

function round(value) {
  return Number(value.toPrecision(4));
}
