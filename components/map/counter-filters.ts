import { countOpenComments } from '@/lib/mapping/change-comments';
import { findFieldId } from '@/lib/schema/field';
import type { CounterFilter } from './editor-header';
import type { Side } from './field-ref';
import type { Offer } from './suggest/offer-suggestions';
import type { MappingModel } from './use-mapping-model';

/** What the counters count. */
export type KeepInput = {
  model: MappingModel;
  identityTargets: readonly string[];
  offers: readonly Offer[];
};

type Keep = ((id: number) => boolean) | undefined;

/** Which rows a pressed counter leaves on show, for both trees; undefined for all of them. */
export function keepFor(
  counter: CounterFilter | undefined,
  { model, identityTargets, offers }: KeepInput,
): Record<Side, Keep> {
  const { marks, coverage, checked, targetTree } = model;
  const targetsOf = (paths: readonly string[]): Keep => {
    const ids = new Set(paths.map((path) => findFieldId(targetTree, path)));
    return (id) => ids.has(id);
  };
  const isMapped = (side: Side): Keep => {
    const links = marks[side];
    return (id) => (links.get(id)?.mappingIds.length ?? 0) > 0;
  };
  switch (counter) {
    case undefined:
      return { source: undefined, target: undefined };
    case 'mapped':
      return { source: isMapped('source'), target: isMapped('target') };
    case 'required':
      return { source: undefined, target: targetsOf(coverage.requiredLeft) };
    case 'identity':
      return { source: undefined, target: targetsOf(identityTargets) };
    case 'errors': {
      const wrong = new Set(coverage.errors);
      const rows = checked.filter(({ mapping }) => wrong.has(mapping.id));
      const sourceIds = new Set(rows.map(({ sourceId }) => sourceId));
      const targetIds = new Set(rows.map(({ targetId }) => targetId));
      return { source: (id) => sourceIds.has(id), target: (id) => targetIds.has(id) };
    }
    case 'comments': {
      const rows = checked.filter(({ mapping }) => countOpenComments(mapping) > 0);
      const sourceIds = new Set(rows.map(({ sourceId }) => sourceId));
      const targetIds = new Set(rows.map(({ targetId }) => targetId));
      return { source: (id) => sourceIds.has(id), target: (id) => targetIds.has(id) };
    }
    case 'unused': {
      const unused = new Set(coverage.unusedSources);
      return { source: (id) => unused.has(id), target: undefined };
    }
    case 'suggested': {
      const sourceIds = new Set(offers.map(({ sourceId }) => sourceId));
      const targetIds = new Set(offers.map(({ targetId }) => targetId));
      return { source: (id) => sourceIds.has(id), target: (id) => targetIds.has(id) };
    }
    default:
      return counter satisfies never;
  }
}
