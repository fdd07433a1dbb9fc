import { findSource } from '@/lib/sources/sources';
import { kindsOfAdditions } from '@/lib/target/field-addition';
import { namesInCommon, namesOf, targetNames } from '@/lib/target/names-in-common';
import type { Draft, Target } from '@/lib/wizard/draft';
import type { PlanProblem } from './find-problems';

/** What two resource paths want that only one of them can have; said once, at the later one. */
export function findSharedProblems({ sourceId, paths }: Draft): PlanProblem[] {
  const titles = new Map(findSource(sourceId)?.resourcePaths.map(({ path, title }) => [path, title]));
  return paths.flatMap(({ resourcePath, target }, index) =>
    paths.slice(0, index).flatMap((earlier): PlanProblem[] => {
      if (!target || !earlier.target) return [];
      const other = (titles.get(earlier.resourcePath) ?? earlier.resourcePath).toLowerCase();
      return [...sameNames(target, earlier.target, other), ...sameSchema(target, earlier.target, other)].map(
        (sentence) => ({ step: 'map', resourcePath, sentence }),
      );
    }),
  );
}

function sameNames(target: Target, earlier: Target, other: string): string[] {
  const names = namesOf(target);
  return namesInCommon(names, namesOf(earlier)).map(
    (name) =>
      `The ${targetNames[name]} for ${other} is called “${names[name]}” too. Choose another name for one of them.`,
  );
}

/** Two paths may change one schema, as long as they do not say different things about it. */
function sameSchema(target: Target, earlier: Target, other: string): string[] {
  if (target.kind === 'create' || earlier.kind === 'create' || target.schemaId !== earlier.schemaId)
    return [];
  const sentences: string[] = [];
  const [primary, otherPrimary] = [target, earlier].map(({ identities }) =>
    identities?.find(({ isPrimary }) => isPrimary),
  );
  if (primary && otherPrimary && primary.target !== otherPrimary.target) {
    sentences.push(
      `Both share one schema, which has one primary identity: here it is “${primary.target}”, for ${other} “${otherPrimary.target}”. Agree on one.`,
    );
  }
  for (const identity of target.identities ?? []) {
    const twin = earlier.identities?.find((each) => each.target === identity.target);
    if (twin && (twin.namespace !== identity.namespace || twin.isPrimary !== identity.isPrimary)) {
      sentences.push(
        `“${identity.target}” is an identity for ${other} too, in another way. Both share one schema: make them the same.`,
      );
    }
  }
  if (target.extension && target.extension.fieldGroupId === earlier.extension?.fieldGroupId) {
    const known = kindsOfAdditions(earlier.extension.additions);
    const differs = [...kindsOfAdditions(target.extension.additions)].find(
      ([pointer, kind]) => known.has(pointer) && known.get(pointer) !== kind,
    );
    if (differs) {
      const name = differs[0].split('/').at(-1);
      sentences.push(
        `The field “${name}” is added for ${other} too, with another type. Both share one field group: give one of them another name.`,
      );
    }
  }
  return sentences;
}
