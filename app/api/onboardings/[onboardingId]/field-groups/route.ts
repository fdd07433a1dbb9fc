import * as z from 'zod';
import { onboardingIdSchema, xdmSchemaIdSchema } from '@/lib/ids';
import type { FieldGroupsReply } from '@/lib/wizard/replies';
import { listFieldGroups } from '@/server/onboarding/list-field-groups';
import { read } from '@/server/read';

/** The field groups of a schema that can get more fields. */
export const GET = read(
  {
    permission: 'onboarding.view',
    params: z.strictObject({ onboardingId: onboardingIdSchema }),
    query: z.strictObject({ schemaId: xdmSchemaIdSchema }),
  },
  async ({ params, query }, ctx): Promise<FieldGroupsReply> => ({
    fieldGroups: await listFieldGroups(ctx, params.onboardingId, query.schemaId),
  }),
);
