/**
 * A record as columns of a table: leaf values as text by dotted path, lists and empty objects as short JSON. The
 * object that wraps every record is left out of the names.
 */
export function flattenRecord(record: unknown, recordRoot: string): Map<string, string> {
  const columns = new Map<string, string>();
  const visit = (value: unknown, path: string, depth: number): void => {
    if (value === null || value === undefined) {
      columns.set(path, '');
    } else if (typeof value !== 'object') {
      columns.set(path, String(value));
    } else if (Array.isArray(value) || depth > 8) {
      columns.set(path, Array.isArray(value) && value.length === 0 ? '' : JSON.stringify(value));
    } else {
      for (const [key, child] of Object.entries(value))
        visit(child, path === '' ? key : `${path}.${key}`, depth + 1);
    }
  };
  const root =
    typeof record === 'object' && record !== null && Object.hasOwn(record, recordRoot)
      ? (record as Record<string, unknown>)[recordRoot]
      : record;
  visit(root, '', 0);
  columns.delete('');
  return columns;
}
