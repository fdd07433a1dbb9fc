import { entry, type JsonSchema } from './registry-state';

const floors = ['minimum', 'minLength', 'minItems'] as const;
const ceilings = ['maximum', 'maxLength', 'maxItems'] as const;

/** Whether values that the old form takes may be refused by the new one. */
function isNarrower(old: JsonSchema, fresh: JsonSchema): boolean {
  if (fresh.pattern !== undefined && fresh.pattern !== old.pattern) return true;
  const raised = floors.some((key) => Number(fresh[key] ?? -Infinity) > Number(old[key] ?? -Infinity));
  const lowered = ceilings.some((key) => Number(fresh[key] ?? Infinity) < Number(old[key] ?? Infinity));
  if (raised || lowered) return true;
  if (!Array.isArray(fresh.enum)) return false;
  const allowed = new Set(fresh.enum);
  return !Array.isArray(old.enum) || old.enum.some((value) => !allowed.has(value));
}

/**
 * What a new form of a resolved schema takes away from data that is already there: fields removed, retyped, newly
 * required or with fewer values than before. One sentence each, at most ten.
 */
export function breakingChanges(before: JsonSchema, after: JsonSchema): string[] {
  const found: string[] = [];
  const visit = (old: JsonSchema, fresh: JsonSchema, where: string): void => {
    if (found.length >= 10) return;
    if (old.type !== fresh.type || old.format !== fresh.format)
      found.push(`${where || 'the schema'} changes its type`);
    else if (isNarrower(old, fresh)) found.push(`${where || 'the schema'} takes fewer values than before`);
    const known = new Set(old.required ?? []);
    for (const name of fresh.required ?? []) {
      if (!known.has(name)) found.push(`${where === '' ? name : `${where}.${name}`} becomes required`);
    }
    for (const [name, child] of Object.entries(old.properties ?? {})) {
      const childPath = where === '' ? name : `${where}.${name}`;
      const next = fresh.properties === undefined ? undefined : entry(fresh.properties, name);
      if (next === undefined) found.push(`${childPath} is removed`);
      else visit(child, next, childPath);
    }
    if (old.items !== undefined && fresh.items !== undefined) visit(old.items, fresh.items, `${where}[]`);
  };
  visit(before, after, '');
  return found.slice(0, 10);
}
