import * as z from 'zod';
import { onboardingIdSchema } from '@/lib/ids';
import type { PathsReply } from '@/lib/wizard/replies';
import { listPaths } from '@/server/onboarding/explore-data';
import { read } from '@/server/read';

/** Every resource path of the source and whether the account may read it. */
export const GET = read(
  { permission: 'onboarding.view', params: z.strictObject({ onboardingId: onboardingIdSchema }) },
  async ({ params }, ctx): Promise<PathsReply> => ({ paths: await listPaths(ctx, params.onboardingId) }),
);
