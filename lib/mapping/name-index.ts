import { isFolder, type SchemaTree } from '@/lib/schema/schema-tree';
import { nameWords } from './name-likeness';

/** Fields of a tree by what their names are made of, so that a look-alike is found without comparing all. */
export type NameIndex = {
  /** Ids of fields that may be like a name, the likeliest kinds first; never many. */
  candidates: (name: string) => number[];
};

const mostOfSameName = 400;
const mostOthers = 60;
const beginningLength = 3;

const known = new WeakMap<SchemaTree, NameIndex>();

/** The index of a tree; made once. Whole objects are not in it: in place of one value they would be no repair. */
export function nameIndexOf(tree: SchemaTree): NameIndex {
  const made = known.get(tree) ?? createIndex(tree);
  known.set(tree, made);
  return made;
}

function createIndex(tree: SchemaTree): NameIndex {
  const byName = new Map<string, number[]>();
  const byWord = new Map<string, number[]>();
  const byBeginning = new Map<string, number[]>();
  for (let id = 0; id < tree.count; id += 1) {
    if (isFolder(tree, id) && tree.type[id] !== 'array') continue;
    const words = nameWords(tree.name[id] ?? '');
    const joined = words.join('');
    add(byName, joined, id);
    add(byBeginning, joined.slice(0, beginningLength), id);
    for (const word of new Set(words)) add(byWord, word, id);
  }
  return {
    candidates: (name) => {
      const words = nameWords(name);
      const joined = words.join('');
      const found = new Set((byName.get(joined) ?? []).slice(0, mostOfSameName));
      const limit = found.size + mostOthers;
      // A rare word tells more than one that every field has.
      const lists = [...new Set(words)]
        .map((word) => byWord.get(word) ?? [])
        .sort((left, right) => left.length - right.length);
      for (const list of [...lists, byBeginning.get(joined.slice(0, beginningLength)) ?? []]) {
        for (const id of list) {
          if (found.size >= limit) return [...found];
          found.add(id);
        }
      }
      return [...found];
    },
  };
}

function add(map: Map<string, number[]>, key: string, id: number): void {
  if (key === '') return;
  const list = map.get(key);
  if (list) list.push(id);
  else map.set(key, [id]);
}
