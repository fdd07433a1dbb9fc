import { type PlanKey, partOf } from './plan';
import type { RunStepView } from './run-view';

/** Why the platform keeps objects of a kind for good. */
export const noWayBack: Readonly<Partial<Record<PlanKey, string>>> = {
  mappingSet: 'The platform offers no way to delete a mapping set. Unused, it does nothing.',
  fieldGroupExtension:
    'The fields stay: the platform takes no field out of a schema that has data, and others may use them by now. Unmapped, they stay empty.',
  profileSchema: 'The platform never takes a schema out of Profile. Without a dataset it does nothing.',
};

const inProfile = 'It belongs to a schema in Profile, which the platform keeps for good.';
const keptByProfile: ReadonlySet<PlanKey> = new Set(['schema', 'schemaClass', 'fieldGroup', 'identity']);

export type Removal = {
  goes: RunStepView[];
  stays: { step: RunStepView; reason: string }[];
};

/** What removing would delete of what a run made, and what would stay; objects that existed before are in neither. */
export function foreseeRemoval(steps: readonly RunStepView[]): Removal {
  const made = steps.filter(({ remoteId, isAdopted }) => remoteId !== undefined && !isAdopted);
  const profileParts = new Set(made.filter(({ kind }) => kind === 'profileSchema').map(partOf));
  const removal: Removal = { goes: [], stays: [] };
  for (const step of made) {
    const reason =
      noWayBack[step.kind] ??
      (keptByProfile.has(step.kind) && profileParts.has(partOf(step)) ? inProfile : undefined);
    if (reason === undefined) removal.goes.push(step);
    else removal.stays.push({ step, reason });
  }
  return removal;
}
