import { mkdirSync, rmSync } from 'node:fs';
import { build, nextVariables } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { runJourneys, runPostgresJourneys } from './lib/journeys.mjs';
import { runProcess, stopOnSignals } from './lib/processes.mjs';
import { inProject, projectRoot, toolFile } from './lib/project.mjs';
import { describeStages, runStages, sumStages } from './lib/stages.mjs';
import { countVitest, readCounts } from './lib/test-reports.mjs';

const [only, ...toolArgs] = process.argv.slice(2);
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

const stages = [
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
  {
    name: 'journeys, embedded database',
    needs: ['install', 'build'],
    run: () => runJourneys({ label: 'embedded', args: toolArgs }),
  },
  {
    name: 'journeys, PostgreSQL',
    needs: ['install', 'build'],
    run: () => runPostgresJourneys({ args: toolArgs }),
  },
];

const selections = {
  unit: ['install', 'unit and integration'],
  journeys: ['install', 'build', 'journeys, embedded database'],
  postgres: ['install', 'build', 'journeys, PostgreSQL'],
  static: ['install', 'format and lint', 'dead code', 'types'],
};

stopOnSignals({ exitCode: 1 });
if (only !== undefined && !Object.hasOwn(selections, only)) {
  console.error(`Unknown stage "${only}": use ${Object.keys(selections).join(', ')} or none for all.`);
  process.exit(1);
}
const selected = only === undefined ? stages : stages.filter(({ name }) => selections[only].includes(name));
const rows = await runStages(selected);
console.log(describeStages(rows));
process.exitCode = sumStages(rows).failed > 0 ? 1 : 0;
