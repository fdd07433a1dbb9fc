import * as z from 'zod';
import { onboardingIdSchema } from '@/lib/ids';
import type { RunReply } from '@/lib/wizard/replies';
import { viewLatestRun } from '@/server/onboarding/view-latest-run';
import { read } from '@/server/read';

/** How far creating the dataflow is; null before it was started. */
export const GET = read(
  { permission: 'onboarding.view', params: z.strictObject({ onboardingId: onboardingIdSchema }) },
  async ({ params }, ctx): Promise<RunReply> => ({ run: await viewLatestRun(ctx, params.onboardingId) }),
);
