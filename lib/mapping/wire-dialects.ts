import * as z from 'zod';
import { isFieldPath } from '@/lib/schema/field-path';
import type { NewFieldMapping } from './commands';
import type { FieldMapping } from './mapping';

/** A row as the Data Prep documentation writes it; the only form for expressions and constants. */
export type SourceDialectRow = {
  sourceType: 'ATTRIBUTE' | 'EXPRESSION' | 'STATIC';
  source: string;
  destination: string;
  name?: string;
  description?: string;
};

/** A row as the Stripe tutorial writes it: copies a field, and nothing else. */
export type SourceAttributeDialectRow = {
  destinationXdmPath: string;
  sourceAttribute: string;
  identity: false;
  version: 0;
};

export type WireRow = SourceDialectRow | SourceAttributeDialectRow;

/** `sourceAttribute` is used for rows that copy a field; the platform takes both forms in one set. */
export type WireDialect = 'source' | 'sourceAttribute';

const sourceTypes = { attribute: 'ATTRIBUTE', expression: 'EXPRESSION', constant: 'STATIC' } as const;

/** The rows of a mapping set as the platform takes them. Twin of `fromWireRows`. */
export function toWireRows(mappings: readonly FieldMapping[], dialect: WireDialect): WireRow[] {
  return mappings.map((mapping) => {
    // The short form has no place for name and description, and says by its path alone that it copies: losing either
    // would make reading back differ.
    const short =
      dialect === 'sourceAttribute' &&
      mapping.kind === 'attribute' &&
      isFieldPath(mapping.source) &&
      mapping.name === undefined &&
      mapping.description === undefined;
    if (short) {
      return {
        destinationXdmPath: mapping.target,
        sourceAttribute: mapping.source,
        identity: false,
        version: 0,
      };
    }
    return {
      sourceType: sourceTypes[mapping.kind],
      source: mapping.source,
      destination: mapping.target,
      ...(mapping.name === undefined ? {} : { name: mapping.name }),
      ...(mapping.description === undefined ? {} : { description: mapping.description }),
    };
  });
}

// The server answers with both sets of names and with `text/x.schema-path` for a copied field.
const wireRowSchema = z.looseObject({
  sourceType: z.string().nullish(),
  source: z.string().nullish(),
  sourceAttribute: z.string().nullish(),
  destination: z.string().nullish(),
  destinationXdmPath: z.string().nullish(),
  name: z.string().nullish(),
  description: z.string().nullish(),
});

/** Reads rows of either form, mixed too. `problems` has a sentence for each row that could not be read. */
export function fromWireRows(rows: readonly unknown[]): { mappings: NewFieldMapping[]; problems: string[] } {
  const mappings: NewFieldMapping[] = [];
  const problems: string[] = [];
  for (const [at, row] of rows.entries()) {
    const parsed = wireRowSchema.safeParse(row);
    const source = parsed.data?.source ?? parsed.data?.sourceAttribute;
    const target = parsed.data?.destination ?? parsed.data?.destinationXdmPath;
    if (!parsed.success || source === undefined || source === null || !target) {
      problems.push(`Row ${at + 1} names no source or no target.`);
      continue;
    }
    const { name, description } = parsed.data;
    mappings.push({
      kind: kindOf(parsed.data.sourceType, source),
      source,
      target,
      ...(name ? { name } : {}),
      ...(description ? { description } : {}),
    });
  }
  return { mappings, problems };
}

function kindOf(sourceType: string | null | undefined, source: string): FieldMapping['kind'] {
  const type = sourceType?.toUpperCase() ?? '';
  if (type === 'STATIC' || type.includes('STATIC')) return 'constant';
  if (type === 'EXPRESSION') return 'expression';
  if (type === 'ATTRIBUTE' || type.includes('SCHEMA-PATH')) return 'attribute';
  return isFieldPath(source) ? 'attribute' : 'expression';
}
