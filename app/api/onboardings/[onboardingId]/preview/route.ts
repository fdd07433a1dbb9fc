import * as z from 'zod';
import { onboardingIdSchema } from '@/lib/ids';
import { previewMapping } from '@/server/onboarding/preview-mapping';
import { read } from '@/server/read';

/** What the platform makes of the sample with the mappings as saved; values are masked. */
export const GET = read(
  { permission: 'onboarding.view', params: z.strictObject({ onboardingId: onboardingIdSchema }) },
  ({ params }, ctx) => previewMapping(ctx, params.onboardingId),
);
