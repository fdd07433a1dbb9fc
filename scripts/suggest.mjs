import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { PlainError, reportFailure } from './lib/plain-error.mjs';
import { inProject, projectRoot } from './lib/project.mjs';
import { readCaseFolder } from './lib/read-case-folder.mjs';

const usage = 'usage: npm run suggest -- --cases DIR --out FILE [--without PART,PART]';

/** The values behind the options; fails on any that is unknown, is given twice or has no value. */
function readOptions(args) {
  const options = new Map();
  for (let at = 0; at < args.length; at += 1) {
    const [, name, inline] = /^--(cases|out|without)(?:=(.*))?$/s.exec(args[at]) ?? [];
    if (name === undefined) throw new PlainError(`${args[at]} is no option. ${usage}`);
    if (options.has(name)) throw new PlainError(`--${name} is given twice. ${usage}`);
    if (inline === undefined) at += 1;
    const value = inline ?? args[at];
    if (value === undefined || value === '' || value.startsWith('--'))
      throw new PlainError(`--${name} needs a value. ${usage}`);
    options.set(name, value);
  }
  return options;
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
  const [{ suggest }, { evidenceParts }, reader] = await Promise.all(
    ['suggest.ts', 'suggestion.ts', 'case-file.ts'].map(load),
  );
  return { suggest, evidenceParts, ...reader };
}

function writePredictions(out, predictions) {
  try {
    mkdirSync(path.dirname(out), { recursive: true });
    writeFileSync(out, `${JSON.stringify(predictions, null, 1)}\n`);
  } catch (error) {
    throw new PlainError(`${out} cannot be written: ${error.message}`);
  }
}

try {
  const options = readOptions(process.argv.slice(2));
  // npm runs scripts in the project's folder; paths are meant from where the person is.
  const [cases, out] = ['cases', 'out'].map((name) => {
    const value = options.get(name);
    if (value === undefined) throw new PlainError(usage);
    return path.resolve(process.env.INIT_CWD ?? process.cwd(), value);
  });
  const { suggest, evidenceParts, toPredictions, ...reader } = await loadMatcher();
  const without = options.get('without')?.split(',') ?? [];
  const unknown = without.find((part) => !evidenceParts.includes(part));
  if (unknown !== undefined)
    throw new PlainError(`${unknown} is no part of the evidence. There are: ${evidenceParts.join(', ')}.`);
  const predictions = readCaseFolder(cases, reader, console.error).map(
    ({ name, sourceFields, targetFields }) => [
      name,
      toPredictions(suggest({ sourceFields, targetFields, without })),
    ],
  );
  writePredictions(out, Object.fromEntries(predictions));
  console.log(
    `Wrote suggestions for ${predictions.length} ${predictions.length === 1 ? 'case' : 'cases'} to ${out}.`,
  );
} catch (error) {
  reportFailure(error);
}
