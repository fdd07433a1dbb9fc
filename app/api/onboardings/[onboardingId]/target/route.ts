import * as z from 'zod';
import { datasetIdSchema, onboardingIdSchema } from '@/lib/ids';
import { loadTarget } from '@/server/onboarding/load-target';
import { read } from '@/server/read';

const query = z.union([
  z.strictObject({}).transform(() => undefined),
  z.strictObject({ kind: z.literal('create') }),
  z.strictObject({ kind: z.literal('existing'), datasetId: datasetIdSchema }),
]);

/** The target as saved, or as it would be when chosen, with the schema to map onto. */
export const GET = read(
  { permission: 'onboarding.view', params: z.strictObject({ onboardingId: onboardingIdSchema }), query },
  ({ params, query: wanted }, ctx) => loadTarget(ctx, params.onboardingId, wanted),
);
