import { checkMappings, type MappingTrees } from './check-mappings';
import type { NewFieldMapping } from './commands';
import type { FieldMapping } from './mapping';
import { type JsonMember, type JsonNode, JsonTextError, parseJsonText } from './parse-json';
import { fromWireRows } from './wire-dialects';

/** Something to say about a stretch of the text: zero-based UTF-16 positions, `to` excluded. */
export type CodeProblem = {
  from: number;
  to: number;
  /** Only an `unreadable` text cannot be applied; an `error` is a row that will not work. */
  severity: 'unreadable' | 'error' | 'warning';
  sentence: string;
};

export type ReadCode = {
  /** Undefined when at least one problem is `unreadable`. */
  mappings: NewFieldMapping[] | undefined;
  problems: CodeProblem[];
};

const sourceNames = ['source', 'sourceAttribute'];
const targetNames = ['destination', 'destinationXdmPath'];
const textNames = [...sourceNames, ...targetNames, 'sourceType', 'name', 'description'];
// Written by the platform or by a tutorial; read over without a word.
const silentNames = new Set([...textNames, 'identity', 'version', 'id', 'matchScore', 'primaryIdentity']);
const sourceTypes = /^(ATTRIBUTE|EXPRESSION|STATIC|TEXT\/X\..+)$/i;
const maxRows = 50_000;

/**
 * Reads the text of the code view: rows of a mapping set in either form, alone or as `mappings` of an object. What
 * cannot be read, unknown fields and refused pairs are named at their positions.
 */
export function readCode(text: string, trees: MappingTrees): ReadCode {
  const problems: CodeProblem[] = [];
  const unreadable = (place: { from: number; to: number }, sentence: string) => {
    problems.push({ from: place.from, to: place.to, severity: 'unreadable', sentence });
  };
  let top: JsonNode;
  try {
    top = parseJsonText(text);
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    const from = Math.min(error.position, text.length);
    unreadable({ from, to: Math.min(from + 1, text.length) }, error.message);
    return { mappings: undefined, problems };
  }
  const rows = rowsOf(top);
  if (!rows) {
    unreadable(top, 'The rows belong into a list: [ … ].');
    return { mappings: undefined, problems };
  }
  if (rows.length > maxRows) {
    unreadable(top, `${rows.length.toLocaleString('en')} rows are more than one dataflow can have.`);
    return { mappings: undefined, problems };
  }

  const read: { mapping: NewFieldMapping; source: JsonNode; target: JsonNode }[] = [];
  for (const row of rows) {
    if (row.kind !== 'object') {
      unreadable(row, 'A row is an object with a source and a destination.');
      continue;
    }
    const members = new Map(row.members.map((member) => [member.name, member]));
    for (const member of row.members) checkMember(member, problems);
    const source = firstOf(members, sourceNames);
    const target = firstOf(members, targetNames);
    if (!source) unreadable(row, 'This row names no source. Add “source”.');
    if (!target) unreadable(row, 'This row names no destination. Add “destination”.');
    if (!source || !target) continue;
    if (target.kind === 'scalar' && target.value === '') {
      unreadable(target, 'The destination is empty. Name a field of the target.');
    }
    const [mapping] = fromWireRows([
      Object.fromEntries(
        textNames.flatMap((name) => {
          const value = members.get(name)?.value;
          return value?.kind === 'scalar' && typeof value.value === 'string' ? [[name, value.value]] : [];
        }),
      ),
    ]).mappings;
    if (mapping) read.push({ mapping, source, target });
  }
  if (problems.some(({ severity }) => severity === 'unreadable')) return { mappings: undefined, problems };

  const mappings = read.map(({ mapping }): FieldMapping => ({ ...mapping, id: '-' }));
  for (const [at, check] of checkMappings({ mappings, unmappedOnPurpose: [] }, trees).entries()) {
    const row = read[at];
    if (!row || check.verdict !== 'refused') continue;
    const isSource = check.targetId >= 0 && (check.sourceId < 0 || row.mapping.kind !== 'attribute');
    const place = isSource && !check.sentence.includes(row.mapping.target) ? row.source : row.target;
    problems.push({ from: place.from, to: place.to, severity: 'error', sentence: check.sentence });
  }
  return { mappings: read.map(({ mapping }) => mapping), problems };
}

function rowsOf(top: JsonNode): readonly JsonNode[] | undefined {
  if (top.kind === 'array') return top.items;
  if (top.kind !== 'object') return undefined;
  const inner = top.members.find(({ name }) => name === 'mappings')?.value;
  return inner?.kind === 'array' ? inner.items : undefined;
}

function firstOf(members: ReadonlyMap<string, JsonMember>, names: readonly string[]): JsonNode | undefined {
  for (const name of names) {
    const value = members.get(name)?.value;
    if (value && !(value.kind === 'scalar' && value.value === null)) return value;
  }
  return undefined;
}

const lengthLimits: Readonly<Record<string, number>> = {
  source: 16_384,
  sourceAttribute: 16_384,
  destination: 4_096,
  destinationXdmPath: 4_096,
  name: 1_024,
  description: 4_096,
};

function checkMember({ name, nameFrom, nameTo, value }: JsonMember, problems: CodeProblem[]): void {
  const place = { from: value.from, to: value.to };
  if (!silentNames.has(name)) {
    const sentence = `“${name}” is no part of a row and is left out.`;
    problems.push({ from: nameFrom, to: nameTo, severity: 'warning', sentence });
    return;
  }
  if (!textNames.includes(name) || (value.kind === 'scalar' && value.value === null)) return;
  if (value.kind !== 'scalar' || typeof value.value !== 'string') {
    problems.push({
      ...place,
      severity: 'unreadable',
      sentence: `“${name}” is a text in quotation marks.`,
    });
    return;
  }
  const limit = lengthLimits[name];
  if (limit !== undefined && value.value.length > limit) {
    const sentence = `“${name}” may have ${limit.toLocaleString('en')} characters.`;
    problems.push({ ...place, severity: 'unreadable', sentence });
  }
  if (name === 'sourceType' && !sourceTypes.test(value.value)) {
    const sentence = '“sourceType” is ATTRIBUTE, EXPRESSION or STATIC.';
    problems.push({ ...place, severity: 'unreadable', sentence });
  }
}
