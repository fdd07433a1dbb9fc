import * as z from 'zod';
import { onboardingIdSchema } from '@/lib/ids';
import type { NamesReply } from '@/lib/wizard/replies';
import { checkNames } from '@/server/onboarding/load-target';
import { read } from '@/server/read';

const name = z.string().min(1).max(120);

/** Which names of a new target something else has already. */
export const GET = read(
  {
    permission: 'onboarding.view',
    params: z.strictObject({ onboardingId: onboardingIdSchema }),
    query: z.strictObject({
      fieldGroupTitle: name.exactOptional(),
      schemaTitle: name.exactOptional(),
      datasetName: name.exactOptional(),
      classTitle: name.exactOptional(),
    }),
  },
  async ({ params, query }, ctx): Promise<NamesReply> => ({
    taken: await checkNames(ctx, params.onboardingId, query),
  }),
);
