import type { FieldType } from '@/lib/schema/field-type';
import { RowGlyph } from './row-glyph';

const outlines: Record<FieldType, string> = {
  string: 'M12 4v16M4 7V5a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v2M9 20h6',
  integer: 'M4 9h16M4 15h16M10 3 8 21M16 3l-2 18',
  long: 'M4 9h16M4 15h16M10 3 8 21M16 3l-2 18',
  number:
    'M16 14a2 2 0 0 1 2 2v2a2 2 0 0 1-4 0v-2a2 2 0 0 1 2-2ZM8 4a2 2 0 0 1 2 2v2a2 2 0 0 1-4 0V6a2 2 0 0 1 2-2ZM6 20h4M14 10h4M6 14h2v6M14 4h2v6',
  boolean: 'M6 12a3 3 0 1 0 6 0 3 3 0 1 0-6 0M9 5h6a7 7 0 0 1 0 14H9A7 7 0 0 1 9 5Z',
  date: 'M8 2v3M16 2v3M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2ZM3 9h18',
  'date-time': 'M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0M12 6v6l4 2',
  object:
    'M8 3H7a2 2 0 0 0-2 2v5a2 2 0 0 1-2 2 2 2 0 0 1 2 2v5c0 1.1.9 2 2 2h1M16 21h1a2 2 0 0 0 2-2v-5c0-1.1.9-2 2-2a2 2 0 0 1-2-2V5a2 2 0 0 0-2-2h-1',
  array: 'M16 3h3a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1h-3M8 21H5a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1h3',
  map: 'M15 3v18M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2ZM21 9H3M21 15H3',
  unknown: 'M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0M9 9.5a3 2.5 0 0 1 6 0c0 2-2 2-3 3.5M12 17h.01',
};

export const fieldTypeNames: Record<FieldType, string> = {
  string: 'text',
  integer: 'integer',
  long: 'long',
  number: 'decimal',
  boolean: 'boolean',
  date: 'date',
  'date-time': 'date and time',
  object: 'object',
  array: 'list',
  map: 'map',
  unknown: 'unknown type',
};

/** A field's type in words. */
export function describeFieldType(type: FieldType, itemType: FieldType | undefined): string {
  return itemType ? `${fieldTypeNames[type]} of ${fieldTypeNames[itemType]}` : fieldTypeNames[type];
}

/** The sign of a field's type, for the eye and the pointer: whoever shows it says the type in words after the name. */
export function FieldTypeIcon({ type, itemType }: { type: FieldType; itemType?: FieldType | undefined }) {
  return (
    <span
      aria-hidden
      className="grid size-4 shrink-0 place-items-center text-text-muted"
      title={describeFieldType(type, itemType)}
    >
      <RowGlyph outline={outlines[type]} />
    </span>
  );
}
