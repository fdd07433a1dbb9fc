import * as z from 'zod';
import { referencedFields } from '@/lib/expression/referenced-fields';
import type { FieldMapping } from '@/lib/mapping/mapping';
import { findFieldId } from '@/lib/schema/field';
import type { SchemaTree } from '@/lib/schema/schema-tree';
import type { IdentityChoice } from '@/lib/target/new-target';

/** Something outside the draft that a plan stands on, as it was when somebody looked: a name and what it said. */
export const planFactSchema = z.strictObject({
  about: z.enum(['account', 'source', 'target']),
  /** Of the dataflow it matters to; empty for the account, and for a source with one stream. */
  resourcePath: z.string().max(64),
  /** A field's path, or the word for something else: “state”, “required fields”. */
  name: z.string().max(4_200),
  value: z.string().max(4_200),
});

export const planFactsSchema = z.array(planFactSchema).max(200_000);

export type PlanFact = z.infer<typeof planFactSchema>;

/** A fact that says something else now; null where it was not, or is no longer. */
export type MovedFact = Omit<PlanFact, 'value'> & { before: string | null; after: string | null };

/** What is said of an account, a dataset or a schema that the platform does not have any more. */
export const removed = 'removed';

/** Who the records come from: a renamed, disabled or removed account, and one with another credential, is another. */
export function accountFacts(
  account: { name: string; state: string; updatedAtMs: number } | undefined,
): PlanFact[] {
  const fact = (name: string, value: string): PlanFact => ({
    about: 'account',
    resourcePath: '',
    name,
    value,
  });
  if (!account) return [fact('account', removed)];
  return [
    fact('account', account.name),
    fact('state', account.state),
    fact('last changed', new Date(account.updatedAtMs).toISOString()),
  ];
}

/** The types of the source fields that mappings read. One that was seen without a value says nothing. */
export function sourceFacts(
  resourcePath: string,
  tree: SchemaTree,
  mappings: readonly FieldMapping[],
): PlanFact[] {
  const read = mappings.flatMap(({ kind, source }) =>
    kind === 'attribute' ? [source] : kind === 'expression' ? referencedFields(source) : [],
  );
  return [...new Set(read)].flatMap((name): PlanFact[] => {
    const type = typeAt(tree, name);
    return type === undefined ? [] : [{ about: 'source', resourcePath, name, value: type }];
  });
}

/** What an existing target is called, and the types, required fields and identities that matter to these mappings. */
export function targetFacts(
  resourcePath: string,
  target: {
    /** None for a dataset that is still to be made. */
    datasetName?: string;
    schemaId: string;
    tree: SchemaTree;
    requiredTargets: readonly string[];
    identities: readonly IdentityChoice[];
  },
  mappings: readonly FieldMapping[],
): PlanFact[] {
  const fact = (name: string, value: string): PlanFact => ({ about: 'target', resourcePath, name, value });
  const fields = [...new Set(mappings.map(({ target: path }) => path))].flatMap((path) => {
    const type = typeAt(target.tree, path);
    return type === undefined ? [] : [fact(path, type)];
  });
  const identities = target.identities.map(
    ({ target: path, namespace, isPrimary }) => `${path} as ${isPrimary ? 'primary ' : ''}${namespace}`,
  );
  return [
    ...(target.datasetName === undefined ? [] : [fact('dataset', target.datasetName)]),
    fact('schema', target.schemaId),
    fact('required fields', listOf(target.requiredTargets)),
    fact('identities', listOf(identities)),
    ...fields,
  ];
}

/** What says something else now than when it was looked at: first what changed, then what is gone, then what is new. */
export function findMoved(before: readonly PlanFact[], after: readonly PlanFact[]): MovedFact[] {
  const keyOf = ({ about, resourcePath, name }: PlanFact) => JSON.stringify([about, resourcePath, name]);
  const now = new Map(after.map((fact) => [keyOf(fact), fact.value]));
  const known = new Set(before.map(keyOf));
  const changed = before.flatMap((fact): MovedFact[] => {
    const { value, ...place } = fact;
    const present = now.get(keyOf(fact)) ?? null;
    return present === value ? [] : [{ ...place, before: value, after: present }];
  });
  const added = after.flatMap((fact): MovedFact[] => {
    const { value, ...place } = fact;
    return known.has(keyOf(fact)) ? [] : [{ ...place, before: null, after: value }];
  });
  const gone = after.filter(({ value }) => value === removed);
  // Of what is gone there is nothing else to say.
  const [other, lost] = [
    changed.filter(({ after: is }) => is !== null),
    changed.filter(({ after: is }) => is === null),
  ];
  return [...other, ...lost, ...added].filter(
    (moved) =>
      moved.after !== null ||
      !gone.some(({ about, resourcePath }) => about === moved.about && resourcePath === moved.resourcePath),
  );
}

function typeAt(tree: SchemaTree, path: string): string | undefined {
  const id = findFieldId(tree, path);
  const type = id < 0 ? undefined : tree.type[id];
  if (type === undefined || type === 'unknown') return undefined;
  const item = tree.itemType[id];
  return item === undefined || item === 'unknown' ? type : `${type} of ${item}`;
}

const longestList = 4_000;

function listOf(items: readonly string[]): string {
  return items.length === 0 ? 'none' : items.toSorted().join(', ').slice(0, longestList);
}
