import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PlainError, reportFailure } from './lib/plain-error.mjs';
import { inProject, projectRoot } from './lib/project.mjs';

const usage = 'usage: npm run suggest -- --cases DIR --out FILE [--without PART,PART]';

/** The value behind an option; undefined when it is not given. */
function optionOf(args, name) {
  const at = args.indexOf(name);
  if (at < 0) return undefined;
  const value = args[at + 1];
  if (value === undefined || value.startsWith('--')) throw new PlainError(`${name} needs a value. ${usage}`);
  return value;
}

function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    console.error(`${path.basename(file)} is no JSON and is left out.`);
    return undefined;
  }
}

/** The TypeScript of the matcher, read through tsx so that nothing has to be built first. */
async function loadMatcher() {
  // tsx reads the path aliases of the tsconfig in the working directory.
  process.chdir(projectRoot);
  const { register } = await import('tsx/esm/api').catch(() => {
    throw new PlainError('The packages are not installed yet: run npm ci first.');
  });
  register();
  const load = (name) => import(pathToFileURL(inProject('lib', 'suggest', name)).href);
  const [{ suggest }, cases] = await Promise.all([load('suggest.ts'), load('case-file.ts')]);
  return { suggest, ...cases };
}

try {
  const args = process.argv.slice(2);
  const [cases, out] = ['--cases', '--out'].map((name) => {
    const value = optionOf(args, name);
    if (value === undefined) throw new PlainError(usage);
    return path.resolve(value);
  });
  const without = optionOf(args, '--without')?.split(',') ?? [];
  if (!existsSync(cases)) throw new PlainError(`There is no folder ${cases}.`);
  const { suggest, readCase, readTreeFields, joinDescriptions, toPredictions } = await loadMatcher();
  const predictions = {};
  for (const file of readdirSync(cases).sort()) {
    const full = path.join(cases, file);
    // The predictions of an earlier run may lie among the cases.
    if (!file.endsWith('.json') || full === out) continue;
    const one = readCase(readJson(full), path.basename(file, '.json'));
    if (!one) continue;
    const tree = one.targetTree && path.join(cases, 'xdm-trees', `${path.basename(one.targetTree)}.json`);
    const joined = tree && existsSync(tree) ? joinDescriptions(one, readTreeFields(readJson(tree))) : one;
    predictions[one.name] = toPredictions(
      suggest({ sourceFields: joined.sourceFields, targetFields: joined.targetFields, without }),
    );
  }
  writeFileSync(out, `${JSON.stringify(predictions, null, 1)}\n`);
  console.log(`Wrote suggestions for ${Object.keys(predictions).length} cases to ${out}.`);
} catch (error) {
  reportFailure(error);
}
