import * as z from 'zod';
import type { OutcomesByBand } from '@/lib/mapping/suggestion-outcomes';

/** What was mapped in a development sandbox says little about production, and the other way round. */
export const sandboxTypes = ['production', 'development'] as const;
export type SandboxType = (typeof sandboxTypes)[number];

const acceptedPairSchema = z.object({
  source: z.string(),
  target: z.string(),
  expression: z.string().exactOptional(),
  /** How often it went into a dataflow. */
  count: z.int(),
});

/** Two fields that went together before. */
export type AcceptedPair = z.infer<typeof acceptedPairSchema>;

/** What the mapping editor is told: the person's own pairs, and those of the rest of the team. */
export const suggestionHistoryReply = z.object({
  own: z.array(acceptedPairSchema),
  team: z.array(acceptedPairSchema),
});
export type SuggestionHistory = z.infer<typeof suggestionHistoryReply>;

/** One remembered pair as the settings show it. */
export type RememberedPair = AcceptedPair & {
  id: string;
  sourceId: string;
  sandboxType: SandboxType;
  personName: string;
  isYours: boolean;
  lastAtMs: number;
};

/** Everything on the settings page. `outcomes` is for owners only; empty before the first creation. */
export type SuggestionSettings = {
  isOn: boolean;
  pairs: RememberedPair[];
  /** More exist than are listed. */
  isCut: boolean;
  canDeleteAll: boolean;
  outcomes: { creations: number; counts: OutcomesByBand } | undefined;
};

const pairIdSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** `mine`: all of the person who asks. */
export const forgetPairsInput = z.union([
  z.strictObject({ ids: z.array(pairIdSchema).min(1).max(500) }),
  z.strictObject({ mine: z.literal(true) }),
]);
export const setSuggestionHistoryInput = z.strictObject({ isOn: z.boolean() });
