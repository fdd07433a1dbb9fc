import * as z from 'zod';
import { onboardingIdSchema } from '@/lib/ids';
import type { NamespacesReply } from '@/lib/wizard/replies';
import { listNamespaces } from '@/server/onboarding/load-target';
import { read } from '@/server/read';

/** Identity namespaces of the onboarding's sandbox. */
export const GET = read(
  { permission: 'onboarding.view', params: z.strictObject({ onboardingId: onboardingIdSchema }) },
  async ({ params }, ctx): Promise<NamespacesReply> => ({
    namespaces: await listNamespaces(ctx, params.onboardingId),
  }),
);
