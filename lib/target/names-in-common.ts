import type { NewTarget } from '@/lib/wizard/draft';

/** The words for the names that a new target brings into the sandbox, each of which has to be the only one of its kind. */
export const targetNames = {
  fieldGroupTitle: 'field group',
  schemaTitle: 'schema',
  datasetName: 'dataset',
  classTitle: 'class',
} as const satisfies Partial<Record<keyof NewTarget, string>>;

export type TargetName = keyof typeof targetNames;

/** The names that two new targets both want: only one of them could be created. */
export function namesInCommon(a: NewTarget, b: NewTarget): TargetName[] {
  return (Object.keys(targetNames) as TargetName[]).filter(
    (name) => a[name] !== undefined && a[name] === b[name],
  );
}
