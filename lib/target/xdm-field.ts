import type { FieldTypeChoice } from './new-target';

/** The part of JSON Schema that the registry takes for a custom field. */
export type XdmField = {
  type: 'string' | 'integer' | 'number' | 'boolean' | 'object' | 'array';
  title: string;
  description?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  properties?: Record<string, XdmField>;
  items?: XdmField;
};

const typeParts: Readonly<Record<FieldTypeChoice, Omit<XdmField, 'title'>>> = {
  string: { type: 'string' },
  integer: { type: 'integer', minimum: -2_147_483_648, maximum: 2_147_483_647 },
  // The bounds by which the registry knows a long.
  long: { type: 'integer', minimum: -9_007_199_254_740_992, maximum: 9_007_199_254_740_992 },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'string', format: 'date' },
  'date-time': { type: 'string', format: 'date-time' },
  uri: { type: 'string', format: 'uri' },
};

/** A field of one of the offered types, as the registry declares it. */
export function xdmFieldOf(type: FieldTypeChoice, texts: Pick<XdmField, 'title' | 'description'>): XdmField {
  const { type: jsonType, ...rest } = typeParts[type];
  return { type: jsonType, ...texts, ...rest };
}
