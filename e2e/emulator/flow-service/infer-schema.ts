import type { Json } from '../contract';
import { emptyTable, isObject } from '../plain-json';

type InferredSchema = { [key: string]: Json };

/**
 * The JSON Schema that explore shows for a sample of records: safe-integer bounds on whole numbers, `{}` for fields seen
 * only as null, `items` without known keys for lists seen only empty.
 */
export function inferSchema(samples: Json[]): InferredSchema {
  const present = samples.filter((sample) => sample !== null);
  const [first] = present;
  if (first === undefined) return {};
  if (Array.isArray(first)) return inferList(present);
  if (isObject(first)) return inferObject(present);
  return inferScalar(present);
}

function inferScalar(samples: Json[]): InferredSchema {
  if (samples.every((sample) => typeof sample === 'boolean')) return { type: 'boolean' };
  if (samples.every((sample) => typeof sample === 'number')) {
    return samples.every((sample) => Number.isInteger(sample))
      ? { type: 'integer', minimum: -9_007_199_254_740_992, maximum: 9_007_199_254_740_991 }
      : { type: 'number' };
  }
  return { type: 'string' };
}

function inferList(samples: Json[]): InferredSchema {
  const items = samples.flatMap((sample) => (Array.isArray(sample) ? sample : []));
  return {
    type: 'array',
    items: items.length === 0 ? { type: 'object', properties: {} } : inferSchema(items),
  };
}

function inferObject(samples: Json[]): InferredSchema {
  const byName = emptyTable<Json[]>();
  for (const sample of samples) {
    if (!isObject(sample)) continue;
    for (const [name, value] of Object.entries(sample)) {
      const values = byName[name] ?? [];
      values.push(value);
      byName[name] = values;
    }
  }
  const properties = emptyTable<Json>();
  for (const [name, values] of Object.entries(byName)) properties[name] = inferSchema(values);
  return { type: 'object', properties };
}
