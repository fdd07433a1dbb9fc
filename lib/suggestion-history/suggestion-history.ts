import type { OutcomesByBand } from '@/lib/mapping/suggestion-outcomes';

/** What was mapped in a development sandbox says little about production, and the other way round. */
export const sandboxTypes = ['production', 'development'] as const;
export type SandboxType = (typeof sandboxTypes)[number];

/** Two fields that went together before. */
export type AcceptedPair = {
  source: string;
  target: string;
  expression?: string;
  /** How often it went into a dataflow. */
  count: number;
};

/** What the mapping editor is told: the person's own pairs, and those of the rest of the team. */
export type SuggestionHistory = { own: AcceptedPair[]; team: AcceptedPair[] };

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
