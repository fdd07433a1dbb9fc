import type { NewTarget, Target } from '@/lib/wizard/draft';

/** The words for the names that a new target brings into the sandbox, each of which has to be the only one of its kind. */
export const targetNames = {
  fieldGroupTitle: 'field group',
  schemaTitle: 'schema',
  datasetName: 'dataset',
  classTitle: 'class',
} as const satisfies Partial<Record<keyof NewTarget, string>>;

export type TargetName = keyof typeof targetNames;
export type TargetNames = Readonly<Partial<Record<TargetName, string>>>;

/** The names that a target brings into the sandbox; none for a dataset that exists. */
export function namesOf(target: Target): TargetNames {
  switch (target.kind) {
    case 'create': {
      const { fieldGroupTitle, schemaTitle, datasetName, classTitle } = target;
      return { fieldGroupTitle, schemaTitle, datasetName, ...(classTitle !== undefined && { classTitle }) };
    }
    case 'new-dataset':
      return { datasetName: target.datasetName };
    case 'existing':
      return {};
  }
}

/** The names that two targets both want: only one of them could be created. */
export function namesInCommon(a: TargetNames, b: TargetNames): TargetName[] {
  return (Object.keys(targetNames) as TargetName[]).filter(
    (name) => a[name] !== undefined && a[name] === b[name],
  );
}
