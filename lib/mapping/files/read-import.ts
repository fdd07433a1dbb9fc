import { checkMappings, type MappingTrees } from '../check-mappings';
import type { NewFieldMapping } from '../commands';
import type { FieldMapping } from '../mapping';
import { type JsonMember, type JsonNode, JsonTextError, parseJsonText } from '../parse-json';
import { fromWireRows } from '../wire-dialects';
import { type CsvCell, CsvTextError, fromCsvCell, parseCsvText } from './csv-text';

/** Something that keeps a file or a part of it from being read; lines and columns count from 1. */
export type ImportProblem = { line: number; column?: number; sentence: string };

export type ImportRow = {
  /** In the file. */
  line: number;
  status: 'added' | 'changed' | 'same' | 'refused';
  mapping: NewFieldMapping;
  /** What fills the target now, for a changed row. */
  before?: FieldMapping;
  /** Why it is refused, or what happens to the values. */
  sentence: string;
};

export type ReadImport = { rows: ImportRow[]; problems: ImportProblem[] };

type FoundRow = { line: number; mapping: NewFieldMapping };

const maximumRows = 50_000;
const limits = { source: 16_384, target: 4_096, name: 1_024, description: 4_096, note: 4_096 } as const;

/**
 * Compares the rows of a CSV or JSON text with the mappings as they are. Nothing is changed; a row that could not work is
 * refused with its reason, and what cannot be read at all is a problem with its place.
 */
export function readImport(text: string, present: readonly FieldMapping[], trees: MappingTrees): ReadImport {
  const problems: ImportProblem[] = [];
  const found = /^\s*[[{]/.test(text) ? readJson(text, problems) : readCsv(text, problems);
  if (found.length > maximumRows) {
    const sentence = `${found.length.toLocaleString('en')} rows are more than one dataflow can have.`;
    return { rows: [], problems: [...problems, { line: found[maximumRows]?.line ?? 1, sentence }] };
  }
  return { rows: compare(found, present, trees), problems };
}

function compare(
  found: readonly FoundRow[],
  present: readonly FieldMapping[],
  trees: MappingTrees,
): ImportRow[] {
  const filled = new Map(present.map((mapping) => [mapping.target, mapping]));
  const firstLine = new Map<string, number>();
  const unique = found.map((row) => {
    const known = firstLine.get(row.mapping.target);
    if (known === undefined) firstLine.set(row.mapping.target, row.line);
    return known;
  });
  const judged = checkMappings(
    {
      mappings: found.flatMap(({ mapping }, at) =>
        unique[at] === undefined ? [{ ...mapping, id: String(at) }] : [],
      ),
      unmappedOnPurpose: [],
    },
    trees,
  );
  const verdicts = new Map(judged.map((row) => [row.mapping.id, row]));
  return found.map(({ line, mapping }, at): ImportRow => {
    const twin = unique[at];
    if (twin !== undefined) {
      const sentence = `Line ${twin} fills “${mapping.target}” already.`;
      return { line, status: 'refused', mapping, sentence };
    }
    const verdict = verdicts.get(String(at));
    const sentence = verdict?.sentence ?? '';
    if (verdict?.verdict === 'refused') return { line, status: 'refused', mapping, sentence };
    const before = filled.get(mapping.target);
    if (!before) return { line, status: 'added', mapping, sentence };
    return isSame(before, mapping)
      ? { line, status: 'same', mapping, before, sentence }
      : { line, status: 'changed', mapping: { ...withoutId(before), ...mapping }, before, sentence };
  });
}

function withoutId({ id: _, ...mapping }: FieldMapping): NewFieldMapping {
  return mapping;
}

// What a file does not say about a row is left as it is.
function isSame(before: FieldMapping, row: NewFieldMapping): boolean {
  return (
    before.kind === row.kind &&
    before.source === row.source &&
    (row.name ?? before.name) === before.name &&
    (row.description ?? before.description) === before.description &&
    (row.note ?? before.note) === before.note
  );
}

const columnNames: readonly (readonly [part: string, spellings: RegExp])[] = [
  ['sourceType', /^(source ?type|type|kind)$/],
  ['source', /^(source|source ?attribute|source ?(field|data)|from)$/],
  ['destination', /^(destination|destination ?xdm ?path|target|target ?(field|path)|xdm ?(field|path)|to)$/],
  ['name', /^name$/],
  ['description', /^description$/],
  ['note', /^notes?$/],
];

function readCsv(text: string, problems: ImportProblem[]): FoundRow[] {
  let rows: ReturnType<typeof parseCsvText>;
  try {
    rows = parseCsvText(text);
  } catch (error) {
    if (!(error instanceof CsvTextError)) throw error;
    problems.push({ line: error.line, column: error.column, sentence: error.message });
    return [];
  }
  const [header, ...body] = rows;
  if (!header) {
    problems.push({ line: 1, sentence: 'There are no rows.' });
    return [];
  }
  const parts = header.cells.map(({ text: name }) => {
    const plain = name.trim().replaceAll('_', ' ').toLowerCase();
    return columnNames.find(([, spellings]) => spellings.test(plain))?.[0];
  });
  for (const [at, part] of parts.entries()) {
    const cell = header.cells[at];
    if (!part && cell && cell.text.trim() !== '') {
      problems.push({
        ...placeOf(cell),
        sentence: `The column “${clip(cell.text)}” is not known and is left out.`,
      });
    } else if (part && parts.indexOf(part) !== at && cell) {
      problems.push({ ...placeOf(cell), sentence: `The column “${clip(cell.text)}” is there twice.` });
      return [];
    }
  }
  for (const needed of ['source', 'destination']) {
    if (parts.includes(needed)) continue;
    problems.push({
      line: header.line,
      sentence: `There is no column “${needed}”. The first line names the columns: sourceType, source, destination.`,
    });
  }
  if (!parts.includes('source') || !parts.includes('destination')) return [];
  return body.flatMap((row): FoundRow[] => {
    if (row.cells.length > parts.length) {
      const sentence = `This line has ${row.cells.length} cells where the first line has ${parts.length}.`;
      problems.push({ line: row.line, column: parts.length + 1, sentence });
      return [];
    }
    const wire: [string, CsvCell][] = row.cells.flatMap((cell, at): [string, CsvCell][] => {
      const part = parts[at];
      return part && cell.text !== '' ? [[part, cell]] : [];
    });
    return readRow(
      row.line,
      wire.map(([part, cell]) => [part, fromCsvCell(cell.text), placeOf(cell)]),
      problems,
    );
  });
}

const placeOf = ({ line, column }: CsvCell) => ({ line, column });
const clip = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

type Part = [part: string, text: string, place: { line: number; column?: number }];

/** One row from its named parts. */
function readRow(line: number, parts: readonly Part[], problems: ImportProblem[]): FoundRow[] {
  const byName = new Map(parts.map((part) => [part[0], part]));
  const type = byName.get('sourceType');
  if (type && !/^\s*(ATTRIBUTE|EXPRESSION|STATIC|CONSTANT|TEXT\/X\..+)\s*$/i.test(type[1])) {
    problems.push({
      ...type[2],
      sentence: `“${clip(type[1])}” is no kind of source: ATTRIBUTE, EXPRESSION or STATIC.`,
    });
    return [];
  }
  for (const [part, text, place] of parts) {
    const limit = part === 'destination' ? limits.target : limits[part as keyof typeof limits];
    if (limit !== undefined && text.length > limit) {
      const sentence = `“${part}” has ${text.length.toLocaleString('en')} characters; ${limit.toLocaleString('en')} are allowed.`;
      problems.push({ ...place, sentence });
      return [];
    }
  }
  const wire = Object.fromEntries(
    parts.map(([part, text]) => [
      part,
      part === 'sourceType' ? text.trim().replace(/^constant$/i, 'STATIC') : text,
    ]),
  );
  const [mapping] = fromWireRows([{ source: '', ...wire }]).mappings;
  if (!mapping) {
    problems.push({ line, sentence: 'This row names no target. Fill the column “destination”.' });
    return [];
  }
  if (mapping.source === '' && mapping.kind !== 'constant') {
    problems.push({ line, sentence: 'This row names no source. Fill the column “source”.' });
    return [];
  }
  const note = byName.get('note')?.[1];
  return [{ line, mapping: note ? { ...mapping, note } : mapping }];
}

const memberNames: Readonly<Record<string, string>> = {
  sourceType: 'sourceType',
  source: 'source',
  sourceAttribute: 'source',
  destination: 'destination',
  destinationXdmPath: 'destination',
  name: 'name',
  description: 'description',
  note: 'note',
};

function readJson(text: string, problems: ImportProblem[]): FoundRow[] {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  const placeAt = (position: number) => {
    let low = 0;
    for (let high = lineStarts.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if ((lineStarts[middle] ?? 0) <= position) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: position - (lineStarts[low] ?? 0) + 1 };
  };
  let top: JsonNode;
  try {
    top = parseJsonText(text);
  } catch (error) {
    if (!(error instanceof JsonTextError)) throw error;
    problems.push({ ...placeAt(error.position), sentence: error.message });
    return [];
  }
  const list = top.kind === 'object' ? top.members.find(({ name }) => name === 'mappings')?.value : top;
  if (list?.kind !== 'array') {
    problems.push({
      ...placeAt(top.from),
      sentence: 'There is no list of mappings: [ … ] or { "mappings": [ … ] }.',
    });
    return [];
  }
  return list.items.flatMap((item): FoundRow[] => {
    const place = placeAt(item.from);
    if (item.kind !== 'object') {
      problems.push({ ...place, sentence: 'A row is an object with a source and a destination.' });
      return [];
    }
    const parts: Part[] = [];
    for (const member of item.members) {
      const part = Object.hasOwn(memberNames, member.name) ? memberNames[member.name] : undefined;
      if (!part || isNull(member)) continue;
      if (member.value.kind !== 'scalar' || typeof member.value.value !== 'string') {
        const sentence = `“${member.name}” is a text in quotation marks.`;
        problems.push({ ...placeAt(member.value.from), sentence });
        return [];
      }
      // Platforms answer with both sets of names; the first one counts.
      if (!parts.some(([known]) => known === part)) {
        parts.push([part, member.value.value, placeAt(member.value.from)]);
      }
    }
    return readRow(place.line, parts, problems);
  });
}

const isNull = ({ value }: JsonMember): boolean => value.kind === 'scalar' && value.value === null;
