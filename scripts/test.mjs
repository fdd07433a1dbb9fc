import { mkdirSync, rmSync } from 'node:fs';
import { build, nextVariables } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { runJourneys, runPostgresJourneys } from './lib/journeys.mjs';
import { runProcess, stopOnSignals } from './lib/processes.mjs';
import { inProject, projectRoot, toolFile } from './lib/project.mjs';
import { describeStages, runStages, sumStages } from './lib/stages.mjs';
import { countVitest, readCounts } from './lib/test-reports.mjs';

const [only = 'all', ...toolArgs] = process.argv.slice(2);
const reportDir = inProject('.test');

async function tool(name, ...args) {
  const env = { ...process.env, ...nextVariables };
  return runProcess(process.execPath, [toolFile(name), ...args], { cwd: projectRoot, env, name });
}

/** One check is one result: passed when every command of it ended well. */
const check = (work) => async () => {
  const code = await work();
  return code === 0 || code === undefined ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
};

async function runUnit() {
  const report = inProject('.test', 'vitest.json');
  mkdirSync(reportDir, { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await tool('vitest', 'run', ...reporters, ...(only === 'unit' ? toolArgs : []));
  return readCounts(report, countVitest, code);
}

const checks = [
  { name: 'install', run: check(() => install()) },
  {
    name: 'format and lint',
    needs: ['install'],
    run: check(() => tool('biome', 'ci', '--error-on-warnings', '.')),
  },
  { name: 'dead code', needs: ['install'], run: check(() => tool('knip')) },
  {
    name: 'types',
    needs: ['install'],
    run: check(async () => (await tool('next', 'typegen')) || (await tool('tsc', '--noEmit'))),
  },
  { name: 'unit and integration', needs: ['install'], run: runUnit },
  { name: 'build', needs: ['install'], run: check(() => build()) },
];

const journeyStage = (name, run) => ({ name, needs: ['install', 'build'], run });
const embedded = (label, args) => () => runJourneys({ label, args: [...args, ...toolArgs] });
// Journeys wait more than they compute: two lanes take half the time of one, each with an app and a platform of its own.
// PostgreSQL's follow in the second lane, so the first one gets more of the others. The variable is undocumented: a Playwright
// without it gives both lanes the same share, which is slower and no worse.
process.env.PWTEST_SHARD_WEIGHTS = '55:45';
const embeddedLanes = [
  [journeyStage('journeys, embedded 1/2', embedded('embedded-1', ['--shard=1/2']))],
  [journeyStage('journeys, embedded 2/2', embedded('embedded-2', ['--shard=2/2']))],
];
const postgres = journeyStage('journeys, PostgreSQL', () => runPostgresJourneys({ args: toolArgs }));
const chosenJourneys = journeyStage('journeys', embedded('embedded', []));
const named = (...names) => checks.filter(({ name }) => names.includes(name));

const selections = {
  all: [...checks, [embeddedLanes[0], [...embeddedLanes[1], postgres]]],
  unit: named('install', 'unit and integration'),
  journeys: [...named('install', 'build'), toolArgs.length > 0 ? chosenJourneys : embeddedLanes],
  postgres: [...named('install', 'build'), postgres],
  static: named('install', 'format and lint', 'dead code', 'types'),
};

stopOnSignals({ exitCode: 1 });
if (!Object.hasOwn(selections, only)) {
  console.error(`Unknown stage "${only}": use ${Object.keys(selections).join(', ')}.`);
  process.exit(1);
}
// Read by the journeys' configuration.
if (only === 'all') process.env.E2E_WHOLE = '1';
const rows = await runStages(selections[only]);
console.log(describeStages(rows));
process.exitCode = sumStages(rows).failed > 0 ? 1 : 0;
