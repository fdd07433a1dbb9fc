'use client';

import { useMemo } from 'react';
import type { JsonSchemaNode } from '@/lib/schema/json-schema';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import { withAdditions } from '@/lib/target/field-addition';
import type { IdentityChoice } from '@/lib/target/new-target';
import { proposeSchema } from '@/lib/target/propose-target';
import { targetClasses } from '@/lib/target/target-class';
import type { Target } from '@/lib/wizard/draft';

export type TargetView = {
  schema: JsonSchemaNode;
  requiredTargets: readonly string[];
  /** Paths of the identities the schema has and of those to be added. */
  identityTargets: readonly string[];
};

/**
 * What is mapped onto: the schema that exists, or the one that the target as edited here would make. The schema stays the
 * same object until its shape changes: a new one closes people's trees.
 */
export function useTargetView(
  source: SourceDefinition | undefined,
  sourceSchema: JsonSchemaNode,
  target: Target | undefined,
  loaded:
    | { tenantId: string; schema: JsonSchemaNode; requiredTargets: string[]; identities: IdentityChoice[] }
    | undefined,
): TargetView | undefined {
  const isNew = target?.kind === 'create';
  const container = isNew ? target.container : undefined;
  const classKind = isNew ? target.classKind : undefined;
  const fieldEdits = isNew ? target.fieldEdits : undefined;
  const hasConsentFields = isNew ? target.hasConsentFields : undefined;
  const tenantId = loaded?.tenantId;
  const made = useMemo(
    () =>
      source && tenantId !== undefined && container !== undefined
        ? proposeSchema(source, sourceSchema, tenantId, {
            container,
            ...(classKind && { classKind }),
            ...(fieldEdits && { fieldEdits }),
            ...(hasConsentFields && { hasConsentFields }),
          })
        : undefined,
    [source, sourceSchema, tenantId, container, classKind, fieldEdits, hasConsentFields],
  );
  const additions = isNew ? undefined : target?.extension?.additions;
  const schema = loaded?.schema;
  const extended = useMemo(
    () => (schema && additions ? withAdditions(schema, additions) : schema),
    [schema, additions],
  );
  const added = target?.identities;
  const present = loaded?.identities;
  const identityTargets = useMemo(
    () => [...(present ?? []), ...(added ?? [])].map((identity) => identity.target),
    [present, added],
  );
  if (!loaded) return undefined;
  return isNew
    ? {
        schema: made ?? loaded.schema,
        requiredTargets: targetClasses[classKind ?? 'profile'].required,
        identityTargets,
      }
    : { schema: extended ?? loaded.schema, requiredTargets: loaded.requiredTargets, identityTargets };
}
