import * as z from 'zod';
import { sandboxNameSchema } from '@/lib/ids';
import { textSchema } from '../wire-fields';

export const sandboxPageSchema = z.object({
  sandboxes: z.array(
    z.object({
      name: sandboxNameSchema,
      title: textSchema,
      state: z.string(),
      type: z.string(),
      region: textSchema,
      isDefault: z.boolean().default(false),
    }),
  ),
});
