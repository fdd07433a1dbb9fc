import * as z from 'zod';
import { onboardingIdSchema } from '@/lib/ids';
import { loadOnboarding } from '@/server/onboarding/load-onboarding';
import { read } from '@/server/read';

/** The onboarding as it is stored now: what a second tab compares itself with. */
export const GET = read(
  { permission: 'onboarding.view', params: z.strictObject({ onboardingId: onboardingIdSchema }) },
  async ({ params }, ctx) => {
    const { id, name, version, updatedAtMs, draft } = await loadOnboarding(ctx, params.onboardingId);
    return { id, name, version, updatedAtMs, draft };
  },
);
