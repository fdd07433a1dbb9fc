import * as z from 'zod';
import { mappingStateSchema } from '@/lib/mapping/mapping-schema';

/** What `keepUnsent` writes, as it is read back. */
export const unsentSchema = z.object({
  /** Version of the draft that the page was based on. */
  version: z.int(),
  atMs: z.int(),
  state: mappingStateSchema,
});
