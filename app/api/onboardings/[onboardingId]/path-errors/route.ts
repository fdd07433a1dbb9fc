import * as z from 'zod';
import { onboardingIdSchema } from '@/lib/ids';
import type { PathErrorsReply } from '@/lib/wizard/replies';
import { countPathErrors } from '@/server/onboarding/count-path-errors';
import { read } from '@/server/read';

/** How many mappings of each resource path cannot be created as they are saved. */
export const GET = read(
  { permission: 'onboarding.view', params: z.strictObject({ onboardingId: onboardingIdSchema }) },
  async ({ params }, ctx): Promise<PathErrorsReply> => ({
    paths: await countPathErrors(ctx, params.onboardingId),
  }),
);
