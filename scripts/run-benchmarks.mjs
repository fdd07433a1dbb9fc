import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from './lib/project.mjs';
import { runBenchmark } from './lib/run-benchmark.mjs';

// Every *.bench.ts beside its subject exports `benchmarks`, a list for runBenchmark. An argument filters by name.
const files = ['lib', 'server', 'e2e'].flatMap((folder) =>
  readdirSync(path.join(projectRoot, folder), { recursive: true })
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => path.join(projectRoot, folder, file)),
);
const [filter = ''] = process.argv.slice(2);
for (const file of files.sort()) {
  const { benchmarks } = await import(pathToFileURL(file).href);
  for (const benchmark of benchmarks.filter(({ name }) => name.includes(filter))) {
    console.log(JSON.stringify(await runBenchmark(benchmark)));
  }
}
