import type { JsonSchemaNode } from '@/lib/schema/json-schema';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import type { NewTarget } from '@/lib/wizard/draft';
import { consentsField } from './consent-fields';
import { proposeFields } from './propose-fields';
import { targetClasses } from './target-class';
import type { XdmField } from './xdm-field';

/** Names for what "create from source" makes, told apart by the data they hold; every one can be edited. */
export function proposeNames(source: SourceDefinition, resourcePath: string): NewTarget {
  const resource = source.resourcePaths.find((candidate) => candidate.path === resourcePath);
  const subject =
    resourcePath === '' ? source.title : `${source.title} ${resource?.title.toLowerCase() ?? resourcePath}`;
  return {
    kind: 'create',
    fieldGroupTitle: `${subject} fields`,
    schemaTitle: subject,
    datasetName: `${subject} dataset`,
    container: source.targetContainer(resourcePath),
  };
}

/** Path of a proposed field in the schema: `_tenant.charges_data.amount`. */
export function tenantPath(tenantId: string, container: string, path: string): string {
  return [`_${tenantId}`, container, path].filter((part) => part !== '').join('.');
}

/** Wraps fields the way they lie in the schema: tenant object, then the container if there is one. */
export function wrapInTenant(
  tenantId: string,
  container: string,
  fields: Record<string, XdmField>,
): Record<string, XdmField> {
  const inner: Record<string, XdmField> =
    container === ''
      ? fields
      : { [container]: { type: 'object', title: container.replace(/_/g, ' '), properties: fields } };
  return { [`_${tenantId}`]: { type: 'object', title: `Fields of ${tenantId}`, properties: inner } };
}

/**
 * The schema that "create from source" would make with every field, as JSON schema, for the target tree. Only fields
 * that get mapped are created (`keepMappedFields`).
 */
export function proposeSchema(
  source: SourceDefinition,
  sourceSchema: unknown,
  tenantId: string,
  target: Pick<NewTarget, 'container' | 'classKind' | 'fieldEdits' | 'hasConsentFields'>,
): JsonSchemaNode {
  const { properties } = proposeFields(source, sourceSchema, target.fieldEdits);
  const targetClass = targetClasses[target.classKind ?? 'profile'];
  return {
    type: 'object',
    ...(targetClass.required.length > 0 && { required: targetClass.required }),
    properties: {
      ...targetClass.properties,
      ...wrapInTenant(tenantId, target.container, properties),
      ...(target.hasConsentFields && { consents: consentsField }),
    },
  };
}
