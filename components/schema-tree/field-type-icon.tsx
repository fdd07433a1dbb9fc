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

/** A field's type in words. */
export function describeFieldType(type: FieldType, itemType: FieldType | undefined): string {
  return itemType ? `${fieldTypeNames[type]} of ${fieldTypeNames[itemType]}` : fieldTypeNames[type];
}

/** The sign of a field's type, for the eye and the pointer: whoever shows it says the type in words after the name. */
export function FieldTypeIcon({ type, itemType }: { type: FieldType; itemType?: FieldType | undefined }) {
  const Glyph = glyphs[type];
  return (
    <span
      aria-hidden
      className="grid size-4 shrink-0 place-items-center text-text-muted"
      title={describeFieldType(type, itemType)}
    >
      <Glyph size={14} strokeWidth={2} />
    </span>
  );
}
