import * as z from 'zod';
import { dataflowIdSchema, onboardingIdSchema } from '@/lib/ids';
import { readDataflowMappings } from '@/server/onboarding/other-mappings';
import { read } from '@/server/read';

/** The mapping rows of another dataflow of the sandbox. */
export const GET = read(
  {
    permission: 'onboarding.view',
    params: z.strictObject({ onboardingId: onboardingIdSchema, dataflowId: dataflowIdSchema }),
    query: z.strictObject({}),
  },
  ({ params }, ctx) => readDataflowMappings(ctx, params.onboardingId, params.dataflowId),
);
