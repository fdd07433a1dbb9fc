'use server';

import * as z from 'zod';
import { baseConnectionIdSchema } from '@/lib/ids';
import { expiresOnSchema } from '@/lib/wizard/inputs';
import { action } from '@/server/action';
import { replaceCredential as replaceCredentialUseCase } from '@/server/onboarding/replace-credential';

const input = z.strictObject({
  baseConnectionId: baseConnectionIdSchema,
  credentials: z.record(z.string().max(64), z.string().max(20_480)),
  expiresOn: expiresOnSchema.optional(),
});

/** Tries a new credential on everything an account's dataflows read, and only then puts it in place. */
export const replaceCredential = action(
  { name: 'replace-credential', permission: 'account.connect', input },
  (values, ctx) => replaceCredentialUseCase(ctx, values),
);
