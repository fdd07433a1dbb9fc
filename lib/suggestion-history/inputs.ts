import * as z from 'zod';

const pairIdSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** `mine`: all of the person who asks. */
export const forgetPairsInput = z.union([
  z.strictObject({ ids: z.array(pairIdSchema).min(1).max(500) }),
  z.strictObject({ mine: z.literal(true) }),
]);
export const setSuggestionHistoryInput = z.strictObject({ isOn: z.boolean() });
