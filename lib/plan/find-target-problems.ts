import type { FieldMapping } from '@/lib/mapping/mapping';
import { requiredLeftOf } from '@/lib/mapping/required-left';
import { findFieldId } from '@/lib/schema/field';
import { ancestorsOf, type SchemaTree } from '@/lib/schema/schema-tree';
import type { IdentityChoice } from '@/lib/target/new-target';
import { targetClasses } from '@/lib/target/target-class';
import type { Target } from '@/lib/wizard/draft';

export type TargetFacts = {
  target: Target;
  mappings: readonly FieldMapping[];
  tree: SchemaTree;
  /** Paths at the top of the schema that every record has to fill. */
  requiredTargets: readonly string[];
  /** Identities that the schema has already. */
  present: readonly IdentityChoice[];
  /** Whether a schema that exists is in Profile. */
  isInProfile: boolean;
  /** Codes of the sandbox's namespaces. */
  namespaces: ReadonlySet<string>;
};

/** What the platform would refuse about the target, or about every record that goes into it; one sentence each. */
export function findTargetProblems(facts: TargetFacts): string[] {
  const { target, mappings, tree } = facts;
  const filled = new Set(
    mappings.map((mapping) => findFieldId(tree, mapping.target)).filter((id) => id >= 0),
  );
  const problems = requiredLeftOf(tree, filled, facts.requiredTargets).map(
    (path) =>
      `The schema requires “${path}”, which nothing fills: the platform would reject every record. Map a field to it.`,
  );
  for (const identity of target.identities ?? []) {
    const sentence = identityProblem(identity, facts, filled);
    if (sentence !== undefined) problems.push(sentence);
  }
  const hasPrimary = [...(target.identities ?? []), ...facts.present].filter(
    ({ isPrimary }) => isPrimary,
  ).length;
  if (hasPrimary > 1)
    problems.push('A schema has one primary identity. Make the other one a further identity.');
  if (target.kind === 'new-dataset' && target.isProfileEnabled && !facts.isInProfile) {
    problems.push(
      `The schema “${target.schemaTitle}” is not in Profile, so a dataset of it cannot be. Leave Profile out.`,
    );
  }
  if (target.kind !== 'create') return problems;
  if (target.hasConsentFields && (target.classKind ?? 'profile') !== 'profile') {
    problems.push(
      'Adobe’s consent fields belong to the profile class. Choose that class, or leave them out.',
    );
  }
  if (!target.isProfileEnabled) return problems;
  if (hasPrimary === 0) {
    problems.push('A schema in Profile needs a primary identity. Set one, or leave Profile out.');
  }
  if (!targetClasses[target.classKind ?? 'profile'].canJoinProfile) {
    problems.push(
      'Records of a class of their own do not join Profile. Choose another class, or leave Profile out.',
    );
  }
  return problems;
}

function identityProblem(
  identity: IdentityChoice,
  { tree, present, namespaces }: TargetFacts,
  filled: ReadonlySet<number>,
): string | undefined {
  const name = `“${identity.target}”`;
  const refused = refuseIdentity(tree, findFieldId(tree, identity.target));
  if (refused !== undefined) return `${name} cannot be an identity: ${refused}`;
  if (present.some(({ target }) => target === identity.target))
    return `${name} is an identity of the schema already.`;
  if (!namespaces.has(identity.namespace)) {
    return `This sandbox has no identity namespace “${identity.namespace}”. Choose another one for ${name}.`;
  }
  const id = findFieldId(tree, identity.target);
  const isFilled = filled.has(id) || ancestorsOf(tree, id).some((up) => filled.has(up));
  return isFilled
    ? undefined
    : `${name} is an identity, and nothing fills it. Map a field to it, or remove the identity.`;
}

/** Why a field cannot be an identity, as the rest of a sentence; undefined when it can. */
export function refuseIdentity(tree: SchemaTree, id: number): string | undefined {
  if (id < 0) return 'the schema has no such field.';
  if (tree.path[id]?.includes('[*]')) return 'it lies inside a list.';
  if (tree.type[id] !== 'string') return 'only texts identify somebody.';
  if (ancestorsOf(tree, id).length === 0 && tree.name[id] === '_id')
    return '“_id” tells records apart, not people.';
  return undefined;
}
