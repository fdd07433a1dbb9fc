import * as z from 'zod';
import { onboardingIdSchema } from '@/lib/ids';
import type { DataflowsReply } from '@/lib/wizard/replies';
import { listMappedDataflows } from '@/server/onboarding/other-mappings';
import { read } from '@/server/read';

/** Dataflows whose mappings can be taken over. */
export const GET = read(
  {
    permission: 'onboarding.view',
    params: z.strictObject({ onboardingId: onboardingIdSchema }),
    query: z.strictObject({ search: z.string().max(200).default('') }),
  },
  async ({ params, query }, ctx): Promise<DataflowsReply> => ({
    dataflows: await listMappedDataflows(ctx, params.onboardingId, query.search),
  }),
);
