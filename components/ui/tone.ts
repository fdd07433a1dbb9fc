import { CircleAlert, CircleCheck, CircleDashed, Info, type LucideIcon, TriangleAlert } from 'lucide-react';

/** What a colour means. Colour is never alone: each tone has its own shape as well. */
export type Tone = 'neutral' | 'info' | 'positive' | 'caution' | 'negative';

export const toneGlyphs: Record<Tone, LucideIcon> = {
  neutral: CircleDashed,
  info: Info,
  positive: CircleCheck,
  caution: TriangleAlert,
  negative: CircleAlert,
};

export const toneText: Record<Tone, string> = {
  neutral: 'text-text-muted',
  info: 'text-info',
  positive: 'text-positive',
  caution: 'text-caution',
  negative: 'text-negative',
};

export const toneSoft: Record<Tone, string> = {
  neutral: 'bg-surface-sunken text-text',
  info: 'bg-info-soft text-info-strong',
  positive: 'bg-positive-soft text-positive-strong',
  caution: 'bg-caution-soft text-caution-strong',
  negative: 'bg-negative-soft text-negative-strong',
};

export const toneEdge: Record<Tone, string> = {
  neutral: 'border-line-strong',
  info: 'border-info',
  positive: 'border-positive',
  caution: 'border-caution',
  negative: 'border-negative',
};
