import type { FieldMapping } from './mapping';

/**
 * Which rows the platform's sentences about sample records are about: the row whose target, or else source, a sentence
 * names in full. By mapping id, with the number of the first record it was said of and how many more there are.
 */
export function locatePreviewErrors(
  records: readonly { errors: readonly string[] }[],
  mappings: readonly FieldMapping[],
): Record<string, string> {
  const found = new Map<string, { sentence: string; record: number; count: number }>();
  for (const [record, { errors }] of records.entries()) {
    const seen = new Set<string>();
    for (const sentence of errors) {
      const row = rowNamedBy(sentence, mappings);
      if (!row || seen.has(row.id)) continue;
      seen.add(row.id);
      const known = found.get(row.id);
      if (known) known.count += 1;
      else found.set(row.id, { sentence, record, count: 1 });
    }
  }
  return Object.fromEntries(
    [...found].map(([id, { sentence, record, count }]) => {
      const more = count > 1 ? ` and ${count - 1} more` : '';
      return [id, `Sample record ${record + 1}${more}: ${sentence}`];
    }),
  );
}

/**
 * What a check of the platform still says about the rows as they are now, by mapping id: its verdicts on rows, else its
 * sentences about sample records. Rows that have changed since the check are left out.
 */
export function currentRowErrors(
  check: {
    records: readonly { errors: readonly string[] }[];
    rowErrors: Readonly<Record<string, string>>;
    /** The rows that were checked. */
    mappings: readonly FieldMapping[];
  },
  mappings: readonly FieldMapping[],
): Record<string, string> {
  const found = new Map(Object.entries(locatePreviewErrors(check.records, check.mappings)));
  for (const [id, sentence] of Object.entries(check.rowErrors)) found.set(id, sentence);
  const checked = new Map(check.mappings.map((mapping) => [mapping.id, mapping]));
  return Object.fromEntries(
    mappings.flatMap(({ id, kind, source, target }) => {
      const before = checked.get(id);
      const sentence = found.get(id);
      const isSame = before?.kind === kind && before.source === source && before.target === target;
      return isSame && sentence !== undefined ? [[id, sentence]] : [];
    }),
  );
}

// The longest name wins: `a.b` stands inside every sentence about `a.b.c`.
function rowNamedBy(sentence: string, mappings: readonly FieldMapping[]): FieldMapping | undefined {
  for (const end of ['target', 'source'] as const) {
    let best: FieldMapping | undefined;
    for (const mapping of mappings) {
      const name = mapping[end];
      if (mapping.kind === 'constant' && end === 'source') continue;
      // A single plain word, such as `status`, is in too many sentences.
      if (!/[._[$]/.test(name)) continue;
      if (name.length > (best?.[end].length ?? 0) && names(sentence, name)) best = mapping;
    }
    if (best) return best;
  }
  return undefined;
}

function names(sentence: string, path: string): boolean {
  for (let at = sentence.indexOf(path); at >= 0; at = sentence.indexOf(path, at + 1)) {
    const before = sentence.charAt(at - 1);
    const after = sentence.slice(at + path.length, at + path.length + 2);
    // A dot goes on with the path, unless it ends the sentence.
    if (!isInPath(before) && before !== '.' && !isInPath(after.charAt(0)) && !/^\.\S/.test(after))
      return true;
  }
  return false;
}

function isInPath(character: string): boolean {
  return /[\p{L}\p{N}_$[]/u.test(character);
}
