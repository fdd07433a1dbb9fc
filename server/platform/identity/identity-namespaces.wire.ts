import * as z from 'zod';
import { textSchema } from '../wire-fields';

export const identityNamespacesSchema = z.array(
  z.object({
    id: z.int(),
    code: z.string().min(1),
    name: textSchema,
    description: textSchema,
    idType: z.string(),
    custom: z.boolean().default(false),
    status: z.string().default('ACTIVE'),
  }),
);
