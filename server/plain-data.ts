const deepest = 64;
const usualMostValues = 200_000;

/**
 * Looks for the first value that is not plain JSON-like data. The framework's decoder also produces dates, maps, sets,
 * files, big integers and shared references; a schema would let some of them pass or spend its time on them.
 */
export function findUnplainValue(
  input: unknown,
  mostValues = usualMostValues,
): { path: string; reason: string } | undefined {
  let values = 0;
  const visit = (value: unknown, path: string[]): { path: string; reason: string } | undefined => {
    const refuse = (reason: string) => ({ path: path.join('.'), reason });
    values += 1;
    if (values > mostValues) return { path: '', reason: 'This is more than can be handled at once.' };
    if (path.length > deepest) return { path: '', reason: 'This is nested too deeply.' };
    if (value === undefined || value === null || typeof value === 'boolean') return undefined;
    if (typeof value === 'number') {
      return Number.isFinite(value) ? undefined : refuse('Enter a finite number.');
    }
    if (typeof value === 'string') {
      return isStorable(value) ? undefined : refuse('Remove the characters that are no text.');
    }
    if (typeof value !== 'object') return refuse('This kind of value is not accepted.');
    if (Array.isArray(value)) return firstOf(value.entries(), path);
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) {
      return refuse('This kind of value is not accepted.');
    }
    return firstOf(Object.entries(value), path);
  };
  const firstOf = (entries: Iterable<[string | number, unknown]>, path: string[]) => {
    for (const [key, value] of entries) {
      const inner = [...path, String(key)];
      if (key === '__proto__' || !isStorable(String(key))) {
        return { path: path.join('.'), reason: 'This name is not accepted.' };
      }
      const found = visit(value, inner);
      if (found) return found;
    }
    return undefined;
  };
  return visit(input, []);
}

/** The database stores neither NUL nor half of a surrogate pair. */
function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}
