import {
  Binary,
  Braces,
  Brackets,
  Calendar,
  CircleHelp,
  Clock,
  Hash,
  type LucideIcon,
  TableProperties,
  ToggleLeft,
  Type,
} from 'lucide-react';
import type { FieldType } from '@/lib/schema/field-type';

const glyphs: Record<FieldType, LucideIcon> = {
  string: Type,
  integer: Hash,
  long: Hash,
  number: Binary,
  boolean: ToggleLeft,
  date: Calendar,
  'date-time': Clock,
  object: Braces,
  array: Brackets,
  map: TableProperties,
  unknown: CircleHelp,
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

/** The sign of a field's type; its name is for screen readers and the pointer. */
export function FieldTypeIcon({ type, itemType }: { type: FieldType; itemType?: FieldType | undefined }) {
  const Glyph = glyphs[type];
  const name = itemType ? `${fieldTypeNames[type]} of ${fieldTypeNames[itemType]}` : fieldTypeNames[type];
  return (
    <span className="grid size-4 shrink-0 place-items-center text-text-muted" title={name}>
      <Glyph aria-hidden size={14} strokeWidth={2} />
      <span className="sr-only">, {name}</span>
    </span>
  );
}
