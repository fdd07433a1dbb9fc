import type { FieldEdit, FieldTypeChoice } from './new-target';

/** What to change about a field; an empty text and `false` go back to what was proposed. */
export type FieldChange = {
  name?: string;
  type?: FieldTypeChoice | undefined;
  title?: string;
  description?: string;
  isLeftOut?: boolean;
};

/** The edits with one more change; a field that is as proposed again has none. */
export function editField(
  edits: readonly FieldEdit[] | undefined,
  source: string,
  change: FieldChange,
): FieldEdit[] {
  const before = edits?.find((edit) => edit.source === source);
  const { name, type, title, description, isLeftOut } = { ...before, ...change };
  const after: FieldEdit = {
    source,
    ...(name && { name }),
    ...(type && { type }),
    ...(title?.trim() && { title }),
    ...(description?.trim() && { description }),
    ...(isLeftOut && { isLeftOut }),
  };
  const others = edits?.filter((edit) => edit.source !== source) ?? [];
  return Object.keys(after).length > 1 ? [...others, after] : others;
}

/** Leaves many fields out, or takes them back in. */
export function leaveOutFields(
  edits: readonly FieldEdit[] | undefined,
  sources: readonly string[],
  isLeftOut: boolean,
): FieldEdit[] {
  const wanted = new Set(sources);
  const known = new Map((edits ?? []).map((edit) => [edit.source, edit]));
  for (const source of wanted) {
    const { isLeftOut: _, ...rest } = known.get(source) ?? { source };
    if (isLeftOut) known.set(source, { ...rest, isLeftOut: true });
    else if (Object.keys(rest).length > 1) known.set(source, rest);
    else known.delete(source);
  }
  return [...known.values()];
}
