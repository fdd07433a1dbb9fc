import { onetrust } from './onetrust/onetrust';
import type { Source } from './source';
import { stripe } from './stripe/stripe';

/** Every source the emulator knows. */
export const sources: Source[] = [stripe, onetrust];

/** The source behind a connection spec; `undefined` for the data lake and unknown ids. */
export function findSource(connectionSpecId: string): Source | undefined {
  return sources.find((source) => source.connectionSpecId === connectionSpecId);
}
