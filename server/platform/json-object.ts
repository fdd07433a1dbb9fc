/** A request body made elsewhere and sent as it is; a reply of the platform that somebody else will walk. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** True for what JSON calls an object: not null, not an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
