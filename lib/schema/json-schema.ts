/**
 * The part of JSON Schema that explore answers and resolved XDM schemas use. Every member is `unknown` until it is
 * read: both come from elsewhere, and a member of the wrong kind is reported by the tree, never trusted.
 */
export type JsonSchemaNode = {
  readonly type?: unknown;
  readonly format?: unknown;
  readonly title?: unknown;
  readonly description?: unknown;
  readonly properties?: unknown;
  readonly items?: unknown;
  readonly additionalProperties?: unknown;
  readonly required?: unknown;
  readonly enum?: unknown;
  readonly pattern?: unknown;
  readonly minLength?: unknown;
  readonly maxLength?: unknown;
  readonly minimum?: unknown;
  readonly maximum?: unknown;
  readonly allOf?: unknown;
  readonly oneOf?: unknown;
  readonly anyOf?: unknown;
  readonly $ref?: unknown;
  readonly 'meta:xdmType'?: unknown;
  readonly 'meta:enum'?: unknown;
  readonly 'meta:status'?: unknown;
  readonly deprecated?: unknown;
};

/** Whether a value is a JSON object, the only thing a schema may be. */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
