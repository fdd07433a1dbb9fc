export type JsonObject = { [key: string]: unknown };
export type Schema = JsonObject;

/** True for JSON objects, false for lists and null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What is wrong with a value by a schema of an OpenAPI file: types, enumerations, required and undeclared properties.
 * Formats, examples and descriptions say nothing here. An object that declares no properties takes any.
 */
export function schemaProblems(schema: Schema, value: unknown, document: JsonObject, at = 'body'): string[] {
  const resolved = resolve(schema, document);
  if (value === null) return resolved.nullable === true ? [] : [`${at} is null`];
  const problems = typeProblems(resolved, value, at);
  if (problems.length > 0) return problems;
  if (Array.isArray(resolved.enum) && !resolved.enum.includes(value)) {
    return [`${at} is not one of ${resolved.enum.join(', ')}`];
  }
  for (const key of ['oneOf', 'anyOf']) {
    const choices = resolved[key];
    if (!Array.isArray(choices)) continue;
    const verdicts = choices.filter(isObject).map((choice) => schemaProblems(choice, value, document, at));
    if (verdicts.every((verdict) => verdict.length > 0)) return verdicts[0] ?? [];
  }
  if (Array.isArray(value)) return listProblems(resolved, value, document, at);
  return isObject(value) ? objectProblems(resolved, value, document, at) : [];
}

function resolve(schema: Schema, document: JsonObject): Schema {
  let found = schema;
  for (let depth = 0; typeof found.$ref === 'string' && depth < 20; depth += 1) {
    let node: unknown = document;
    for (const part of found.$ref.replace(/^#\//, '').split('/')) {
      node = isObject(node) ? node[part.replaceAll('~1', '/')] : undefined;
    }
    if (!isObject(node)) throw new Error(`${found.$ref} leads nowhere`);
    found = node;
  }
  return Array.isArray(found.allOf) ? mergeAll(found, document) : found;
}

function mergeAll(schema: Schema, document: JsonObject): Schema {
  const parts = (Array.isArray(schema.allOf) ? schema.allOf : [])
    .filter(isObject)
    .map((part) => resolve(part, document));
  const merged: Schema = { ...schema };
  for (const part of parts) {
    merged.type ??= part.type;
    merged.properties = { ...(isObject(part.properties) ? part.properties : {}), ...propertiesOf(merged) };
    merged.required = [...requiredOf(merged), ...requiredOf(part)];
  }
  return merged;
}

function propertiesOf(schema: Schema): Record<string, unknown> {
  return isObject(schema.properties) ? schema.properties : {};
}

function requiredOf(schema: Schema): unknown[] {
  return Array.isArray(schema.required) ? schema.required : [];
}

function typeProblems(schema: Schema, value: unknown, at: string): string[] {
  const is: Record<string, boolean> = {
    string: typeof value === 'string',
    number: typeof value === 'number',
    integer: Number.isInteger(value),
    boolean: typeof value === 'boolean',
    array: Array.isArray(value),
    object: isObject(value),
  };
  const type = typeof schema.type === 'string' ? schema.type : undefined;
  return type === undefined || is[type] !== false ? [] : [`${at} is not of type ${type}`];
}

function listProblems(schema: Schema, list: unknown[], document: JsonObject, at: string): string[] {
  const { items } = schema;
  return isObject(items)
    ? list.flatMap((item, index) => schemaProblems(items, item, document, `${at}[${index}]`))
    : [];
}

function objectProblems(schema: Schema, value: JsonObject, document: JsonObject, at: string): string[] {
  const properties = propertiesOf(schema);
  const missing = requiredOf(schema)
    .filter((name) => value[String(name)] === undefined)
    .map((name) => `${at}.${String(name)} is missing`);
  if (Object.keys(properties).length === 0 && !isObject(schema.additionalProperties)) return missing;
  const inside = Object.entries(value).flatMap(([name, child]) => {
    const declared = properties[name];
    if (isObject(declared)) return schemaProblems(declared, child, document, `${at}.${name}`);
    if (isObject(schema.additionalProperties)) {
      return schemaProblems(schema.additionalProperties, child, document, `${at}.${name}`);
    }
    return schema.additionalProperties === true ? [] : [`${at}.${name} is not declared`];
  });
  return [...missing, ...inside];
}
