import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from './plain-error.mjs';

/**
 * Reads the suggestion cases of a folder, or of one file, with the schema trees they name: `xdm-trees/NAME.json` in the
 * folder or the one above. What cannot be read is left out and told to `warn`; no case at all is a failure.
 *
 * @param {string} place
 * @param {Pick<typeof import('../../lib/suggest/case-file.ts'), 'readCase' | 'readTreeFields' | 'joinTree'>} reader
 * @param {(message: string) => void} warn
 * @returns {import('../../lib/suggest/case-file.ts').SuggestCase[]}
 */
export function readCaseFolder(place, { readCase, readTreeFields, joinTree }, warn) {
  if (!existsSync(place)) throw new PlainError(`There is no folder ${place}.`);
  const isFile = statSync(place).isFile();
  const folder = isFile ? path.dirname(place) : place;
  const files = isFile
    ? [path.basename(place)]
    : readdirSync(folder)
        .filter((file) => file.toLowerCase().endsWith('.json'))
        .sort();
  const trees = new Map();
  const treeOf = (name) => {
    const known = trees.get(name);
    if (known) return known;
    const fields = readTreeFields(readTree(folder, name, warn));
    trees.set(name, fields);
    return fields;
  };
  const cases = new Map();
  for (const file of files) {
    const json = readJson(path.join(folder, file), warn);
    if (json === undefined) continue;
    const one = readCase(json, path.basename(file, path.extname(file)));
    if (!one) {
      warn(`${file} is no case: it has no list of source_fields with target_fields or a target_tree.`);
      continue;
    }
    const joined = one.targetTree === undefined ? one : joinTree(one, treeOf(one.targetTree));
    if (joined.targetFields.length === 0) warn(`${file} has no target fields: nothing is suggested for it.`);
    if (joined.unreadable > 0)
      warn(`${file}: ${joined.unreadable} of its fields have no path and are left out.`);
    if (cases.has(one.name))
      warn(`${file} has the name of another case, ${one.name}; the first one is kept.`);
    else cases.set(one.name, joined);
  }
  if (cases.size === 0) throw new PlainError(`No case could be read from ${place}.`);
  return [...cases.values()];
}

/** JSON of a file, without the mark that some editors put before it; undefined, and told, where it is none. */
function readJson(file, warn) {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    warn(`${path.basename(file)} is left out: ${error instanceof Error ? error.message : error}`);
    return undefined;
  }
}

function readTree(folder, name, warn) {
  const base = path.basename(name).replace(/\.json$/i, '');
  const file = [folder, path.dirname(folder)]
    .map((above) => path.join(above, 'xdm-trees', `${base}.json`))
    .find((one) => existsSync(one));
  if (file) return readJson(file, warn);
  warn(`There is no tree xdm-trees/${base}.json: the cases on it do without its descriptions.`);
  return undefined;
}
