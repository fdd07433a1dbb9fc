import { findSource } from '@/lib/sources/sources';
import { placesOfAdditions } from '@/lib/target/field-addition';
import { namesInCommon, namesOf, targetNames } from '@/lib/target/names-in-common';
import type { Draft, Target, TargetOnSchema } from '@/lib/wizard/draft';
import type { PlanProblem } from './find-problems';

/** What two resource paths want that only one of them can have; said once, at the later one. */
export function findSharedProblems({ sourceId, paths }: Draft): PlanProblem[] {
  const titles = new Map(findSource(sourceId)?.resourcePaths.map(({ path, title }) => [path, title]));
  return paths.flatMap(({ resourcePath, target }, index) =>
    paths.slice(0, index).flatMap((earlier): PlanProblem[] => {
      if (!target || !earlier.target) return [];
      const other = (titles.get(earlier.resourcePath) ?? earlier.resourcePath).toLowerCase();
      const sentences = [
        ...sameNames(target, earlier.target, other),
        ...(target.kind === 'create' || earlier.target.kind === 'create'
          ? []
          : [...sameIdentities(target, earlier.target, other), ...sameFields(target, earlier.target, other)]),
      ];
      return sentences.map((sentence) => ({ step: 'map', resourcePath, sentence }));
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
function sameIdentities(target: TargetOnSchema, earlier: TargetOnSchema, other: string): string[] {
  if (target.schemaId !== earlier.schemaId) return [];
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
  return sentences;
}

/** The first field that both add and that could not be one: to one field group, also of two schemas, or to one schema. */
function sameFields(target: TargetOnSchema, earlier: TargetOnSchema, other: string): string[] {
  const { extension } = target;
  if (!extension || !earlier.extension) return [];
  const isOneFieldGroup = extension.fieldGroupId === earlier.extension.fieldGroupId;
  if (!isOneFieldGroup && target.schemaId !== earlier.schemaId) return [];
  const known = placesOfAdditions(earlier.extension.additions);
  for (const [key, { path, kind }] of placesOfAdditions(extension.additions)) {
    const twin = known.get(key);
    if (!twin || (twin.path === path && twin.kind === kind)) continue;
    const [name, twinName] = [path, twin.path].map(lastName);
    if (name === twinName && twin.kind === kind) continue;
    return [
      twin.kind === kind
        ? `The field “${name}” is added for ${other} too, as “${twinName}”. The registry does not tell small and capital letters apart: write both the same, or give one another name.`
        : `The field “${name}” is added for ${other} too, with another type. Both share one ${isOneFieldGroup ? 'field group' : 'schema'}: give one of them another name.`,
    ];
  }
  return [];
}

/** The name of the field at a place; of a list for what it holds. */
function lastName(path: string): string {
  return (path.split('.').at(-1) ?? path).replaceAll('[]', '');
}
