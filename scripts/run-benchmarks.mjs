import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBrowser } from './lib/ensure-browser.mjs';
import { projectRoot } from './lib/project.mjs';
import { runBenchmark } from './lib/run-benchmark.mjs';

// Every *.bench.ts beside its subject exports `benchmarks`, a list for runBenchmark, or `suites`, which measure several
// figures in one browser and report them one by one; `close` ends what they have opened. An argument filters by name.
const files = ['lib', 'server', 'e2e'].flatMap((folder) =>
  readdirSync(path.join(projectRoot, folder), { recursive: true })
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => path.join(projectRoot, folder, file)),
);
const [filter = ''] = process.argv.slice(2);
const missed = [];
for (const file of files.sort()) {
  const { benchmarks = [], suites = [], close } = await import(pathToFileURL(file).href);
  for (const benchmark of benchmarks.filter(({ name }) => name.includes(filter))) {
    console.log(JSON.stringify(await runBenchmark(benchmark)));
  }
  for (const suite of suites.filter(({ name }) => name.includes(filter))) {
    process.env.CHROMIUM_PATH ||= await ensureBrowser({ log: console.error });
    await suite.run((figure) => {
      console.log(JSON.stringify(figure));
      if (figure.within === false) missed.push(figure.name);
    });
  }
  await close?.();
}
// On standard error: standard output carries JSON lines and nothing else.
for (const name of missed) console.error(`Missed: ${name}`);
process.exitCode = missed.length > 0 ? 1 : 0;
