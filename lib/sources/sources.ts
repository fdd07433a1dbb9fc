import { onetrust } from './onetrust';
import type { SourceDefinition } from './source-definition';
import { stripe } from './stripe';

/** Every source people can choose, in the order they are offered. */
export const sources: readonly SourceDefinition[] = [stripe, onetrust];

/** The definition with this id, or undefined for an id nobody defined. */
export function findSource(id: string): SourceDefinition | undefined {
  return sources.find((source) => source.id === id);
}

/** The definition whose connection spec this is, or undefined: accounts of other sources exist in a sandbox too. */
export function findSourceByConnectionSpec(connectionSpecId: string): SourceDefinition | undefined {
  return sources.find((source) => source.connectionSpec.id === connectionSpecId);
}
