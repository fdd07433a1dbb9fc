import type { SchemaStatistics } from '@/lib/schema/statistics';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import type { NewTarget } from '@/lib/wizard/draft';
import type { FieldEdit, IdentityChoice } from './new-target';
import { proposeFields } from './propose-fields';
import { tenantPath } from './propose-target';

/** A namespace as far as a proposal needs it. */
export type NamespaceChoice = { code: string; name: string };

/** Fewer values prove nothing about the next ones. */
const minimumObserved = 3;

/**
 * The target that fits the data best: the class the source advises, types from what was observed, and the first
 * identity for which the sandbox has a namespace. A start for editing, never applied by itself.
 */
export function proposeDesign(
  source: SourceDefinition,
  resourcePath: string,
  sourceSchema: unknown,
  names: NewTarget,
  known: { tenantId: string; namespaces: readonly NamespaceChoice[]; statistics?: SchemaStatistics },
): NewTarget {
  const advice = source.targetAdvice(resourcePath);
  const fieldEdits = proposeEdits(source, sourceSchema, known.statistics);
  const identities = proposeIdentities(source, resourcePath, sourceSchema, { ...names, fieldEdits }, known);
  return {
    ...names,
    classKind: advice.classKind,
    ...(advice.classKind === 'record' && { classTitle: `${names.schemaTitle} class` }),
    ...(fieldEdits.length > 0 && { fieldEdits }),
    ...(identities.length > 0 && { identities }),
  };
}

function proposeEdits(
  source: SourceDefinition,
  sourceSchema: unknown,
  statistics: SchemaStatistics | undefined,
): FieldEdit[] {
  if (!statistics) return [];
  return proposeFields(source, sourceSchema).fields.flatMap((field): FieldEdit[] => {
    const observed = statistics.get(field.source);
    const isTime =
      field.type === 'string' && observed?.hints.includes('iso-time') && observed.distinct >= minimumObserved;
    return isTime && !field.isList ? [{ source: field.source, type: 'date-time' }] : [];
  });
}

function proposeIdentities(
  source: SourceDefinition,
  resourcePath: string,
  sourceSchema: unknown,
  target: NewTarget,
  { tenantId, namespaces }: { tenantId: string; namespaces: readonly NamespaceChoice[] },
): IdentityChoice[] {
  const { fields } = proposeFields(source, sourceSchema, target.fieldEdits);
  for (const { path, namespaces: wanted } of source.targetAdvice(resourcePath).identities) {
    const field = fields.find((candidate) => candidate.source === path);
    if (field?.type !== 'string' || field.isGuess || field.isLeftOut) continue;
    for (const pattern of wanted) {
      const namespace = namespaces.find(({ code, name }) => pattern.test(code) || pattern.test(name));
      if (!namespace) continue;
      const identity = tenantPath(tenantId, target.container, field.path);
      return [{ target: identity, namespace: namespace.code, isPrimary: true }];
    }
  }
  return [];
}
