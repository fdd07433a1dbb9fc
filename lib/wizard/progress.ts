import type { Draft, PathPart } from './draft';
import { type Step, steps } from './steps';

/** Whether a path has what a dataflow needs: a target and at least one mapping. */
export function isPathMapped({ target, mapping }: Pick<PathPart, 'target' | 'mapping'>): boolean {
  return target !== null && mapping !== null && mapping.state.mappings.length > 0;
}

/** The first resource path that still has to be mapped, or undefined when none has. */
export function firstOpenPath(draft: Draft): string | undefined {
  return draft.paths.find((path) => !isPathMapped(path))?.resourcePath;
}

/**
 * Where the work goes on after `current`: the next resource path that is not mapped, those before it last; undefined when
 * all are.
 */
export function nextOpenPath(
  paths: readonly { resourcePath: string; isMapped: boolean }[],
  current: string,
): string | undefined {
  const at = paths.findIndex(({ resourcePath }) => resourcePath === current);
  const others = [...paths.slice(at + 1), ...paths.slice(0, Math.max(at, 0))];
  return others.find(({ isMapped }) => !isMapped)?.resourcePath;
}

/** Whether a step has what the later ones need. Review is done when the dataflows exist, which no draft knows. */
export function isStepDone(draft: Draft, step: Step): boolean {
  switch (step) {
    case 'connect':
      return draft.connect !== null;
    case 'data':
      return draft.paths.length > 0;
    case 'map':
      return draft.paths.length > 0 && draft.paths.every(isPathMapped);
    case 'schedule':
      return draft.schedule !== null;
    case 'review':
      return false;
  }
}

/** The first step that still needs the person: where a link to the onboarding leads. */
export function firstOpenStep(draft: Draft): Step {
  return steps.find((step) => !isStepDone(draft, step)) ?? 'review';
}

/** Going back is never blocked; going ahead needs everything before it. */
export function canEnter(draft: Draft, step: Step): boolean {
  return steps.indexOf(step) <= steps.indexOf(firstOpenStep(draft));
}

/** Steps that are done, as a number out of five. */
export function stepsDone(draft: Draft): number {
  return steps.filter((step) => isStepDone(draft, step)).length;
}
