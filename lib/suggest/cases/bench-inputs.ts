import type { SuggestField, SuggestInput } from '../suggestion';
import { calibrationCases } from './calibration-cases';
import { heldOutCases } from './held-out-cases';
import { readCases, readTree } from './read-cases';

const sources: readonly SuggestField[] = readCases([...calibrationCases, ...heldOutCases]).flatMap(
  ({ sourceFields }, at) => sourceFields.map((field) => ({ ...field, path: `system${at}.${field.path}` })),
);
const targets = ['ee-analytics', 'profile-full', 'ee-marketo', 'profile-b2b'].flatMap((name, at) =>
  readTree(name).map((field) => (at === 0 ? field : { ...field, path: `part${at}.${field.path}` })),
);

const inputOf = (sourceCount: number, targetCount: number): SuggestInput => ({
  sourceFields: sources.slice(0, sourceCount),
  targetFields: targets.slice(0, targetCount),
});

/** The two sizes that the budgets are for: 95 × 979 and 200 × 10,000 fields. */
export const benchInputs = { small: inputOf(95, 979), large: inputOf(200, 10_000) };
