import { entry, type JsonSchema } from './registry-state';

/**
 * What a new form of a resolved schema takes away from data that is already there: fields removed, retyped or newly
 * required. One sentence each, at most ten.
 */
export function breakingChanges(before: JsonSchema, after: JsonSchema): string[] {
  const found: string[] = [];
  const visit = (old: JsonSchema, fresh: JsonSchema, where: string): void => {
    if (found.length >= 10) return;
    if (old.type !== fresh.type || old.format !== fresh.format)
      found.push(`${where || 'the schema'} changes its type`);
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
