import type { FieldMapping } from '@/lib/mapping/mapping';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import { consentFieldGroupId } from '@/lib/target/consent-fields';
import type { FieldGroupExtension } from '@/lib/target/field-addition';
import { toSourceProperty } from '@/lib/target/identity-property';
import type { IdentityChoice } from '@/lib/target/new-target';
import { keepMappedFields, proposeFields } from '@/lib/target/propose-fields';
import { wrapInTenant } from '@/lib/target/propose-target';
import { recordBehaviorId, targetClasses } from '@/lib/target/target-class';
import type { NewDataset, NewTarget, Target, TargetOnSchema } from '@/lib/wizard/draft';
import type { PlanKey, PlanObject } from './plan';

export type TargetPlanInput = {
  source: SourceDefinition;
  tenantId: string;
  sourceSchema: unknown;
  mappings: readonly FieldMapping[];
  markers: Readonly<Record<PlanKey, string>>;
};

const registry = '/data/foundation/schemaregistry';
const part = ($ref: string) => ({ $ref, type: 'object', 'meta:xdmType': 'object' });

/** The text that stands where the id or version of another object will be. */
export const standIn = (title: string, value: 'id' | 'version') => `(${value} of the ${title})`;

/** The objects that make or change the target, in their order; none for an existing dataset left as it is. */
export function planTarget(target: Target, input: TargetPlanInput): PlanObject[] {
  return target.kind === 'create' ? newTarget(target, input) : targetOnSchema(target, input);
}

const changesOfSchemas = new Set<PlanKey>(['fieldGroupExtension', 'identity', 'profileSchema']);

/** The keys of objects that a dataflow into this target has to wait for although it names none of them. */
export function targetKeysBefore(objects: readonly PlanObject[]): string[] {
  return objects.flatMap(({ key, kind }) => (changesOfSchemas.has(kind) ? [key] : []));
}

/** What a schema that exists gets besides what it has, and the dataset when it is a new one. */
function targetOnSchema(target: TargetOnSchema, input: TargetPlanInput): PlanObject[] {
  const { identities = [], extension } = target;
  const extensions = extension ? [planExtension(extension, input)] : [];
  return [
    ...extensions,
    // A new field may be the identity.
    ...planIdentities(identities, target.schemaId, input).map((identity) => ({
      ...identity,
      ...(extension && { after: extensions.map(({ key }) => key) }),
    })),
    ...(target.kind === 'new-dataset' ? [planDataset(target, target.schemaId, input)] : []),
  ];
}

/** Fields are only ever added: at places where the field group declares nothing yet. */
function planExtension(
  { fieldGroupId, fieldGroupTitle, additions }: FieldGroupExtension,
  { markers }: TargetPlanInput,
): PlanObject {
  return {
    key: 'fieldGroupExtension',
    kind: 'fieldGroupExtension',
    title: 'Fields of a field group',
    name: fieldGroupTitle,
    marker: markers.fieldGroupExtension,
    references: [],
    request: {
      method: 'PATCH',
      path: `${registry}/tenant/fieldgroups/{id}`,
      body: {
        id: fieldGroupId,
        operations: additions.map(({ pointer, field }) => ({ op: 'add', path: pointer, value: field })),
      },
    },
  };
}

/** `schemaId` is undefined for a schema that the plan makes. */
function planDataset(
  { datasetName, isProfileEnabled }: Pick<NewDataset, 'datasetName' | 'isProfileEnabled'>,
  schemaId: string | undefined,
  { source, markers }: TargetPlanInput,
): PlanObject {
  const isMadeHere = schemaId === undefined;
  return {
    key: 'dataset',
    kind: 'dataset',
    title: 'Dataset',
    name: datasetName,
    marker: markers.dataset,
    references: isMadeHere ? [{ pointer: '/schemaRef/id', from: 'schema', value: 'id' }] : [],
    // The catalog takes the tags only for a schema that is in Profile already.
    ...(isProfileEnabled && isMadeHere && { after: ['profileSchema'] }),
    request: {
      method: 'POST',
      path: '/data/foundation/catalog/dataSets',
      body: {
        name: datasetName,
        description: `Created with Tributary for ${source.title}. [${markers.dataset}]`,
        schemaRef: {
          id: schemaId ?? standIn('schema', 'id'),
          contentType: 'application/vnd.adobe.xed+json;version=1',
        },
        fileDescription: { persisted: true, containerFormat: 'parquet', format: 'parquet' },
        enableErrorDiagnostics: true,
        ...(isProfileEnabled && {
          tags: { unifiedProfile: ['enabled:true'], unifiedIdentity: ['enabled:true'] },
        }),
      },
    },
  };
}

function newTarget(target: NewTarget, input: TargetPlanInput): PlanObject[] {
  const { source, tenantId, sourceSchema, mappings, markers } = input;
  const kind = target.classKind ?? 'profile';
  const standardClassId = targetClasses[kind].id;
  const describe = (key: PlanKey) => `Created with Tributary for ${source.title}. [${markers[key]}]`;
  const className = target.classTitle ?? `${target.schemaTitle} class`;
  const objects: PlanObject[] = [];

  if (standardClassId === undefined) {
    objects.push({
      key: 'schemaClass',
      kind: 'schemaClass',
      title: 'Class',
      name: className,
      marker: markers.schemaClass,
      references: [],
      request: {
        method: 'POST',
        path: `${registry}/tenant/classes`,
        body: {
          type: 'object',
          title: className,
          description: describe('schemaClass'),
          allOf: [part(recordBehaviorId)],
        },
      },
    });
  }
  const classId = standardClassId ?? standIn('class', 'id');
  const fromClass = (pointer: string): PlanObject['references'] =>
    standardClassId === undefined ? [{ pointer, from: 'schemaClass', value: 'id' }] : [];

  const prefix = [`_${tenantId}`, target.container].filter((name) => name !== '').join('.');
  const mapped = mappings.flatMap((mapping) =>
    mapping.target.startsWith(`${prefix}.`) ? [mapping.target.slice(prefix.length + 1)] : [],
  );
  const fields = keepMappedFields(proposeFields(source, sourceSchema, target.fieldEdits).properties, mapped);
  objects.push({
    key: 'fieldGroup',
    kind: 'fieldGroup',
    title: 'Field group',
    name: target.fieldGroupTitle,
    marker: markers.fieldGroup,
    references: fromClass('/meta:intendedToExtend/0'),
    request: {
      method: 'POST',
      path: `${registry}/tenant/fieldgroups`,
      body: {
        type: 'object',
        title: target.fieldGroupTitle,
        description: describe('fieldGroup'),
        'meta:intendedToExtend': [classId],
        definitions: {
          customFields: { type: 'object', properties: wrapInTenant(tenantId, target.container, fields) },
        },
        allOf: [{ $ref: '#/definitions/customFields', type: 'object', 'meta:xdmType': 'object' }],
      },
    },
  });
  objects.push({
    key: 'schema',
    kind: 'schema',
    title: 'Schema',
    name: target.schemaTitle,
    marker: markers.schema,
    references: [
      ...fromClass('/allOf/0/$ref'),
      { pointer: '/allOf/1/$ref', from: 'fieldGroup', value: 'id' },
    ],
    request: {
      method: 'POST',
      path: `${registry}/tenant/schemas`,
      body: {
        type: 'object',
        title: target.schemaTitle,
        description: describe('schema'),
        allOf: [
          part(classId),
          part(standIn('field group', 'id')),
          ...(target.hasConsentFields ? [part(consentFieldGroupId)] : []),
        ],
      },
    },
  });

  const identities = planIdentities(target.identities ?? [], undefined, input);
  objects.push(...identities);
  if (target.isProfileEnabled) {
    objects.push({
      key: 'profileSchema',
      kind: 'profileSchema',
      title: 'Schema in Profile',
      name: target.schemaTitle,
      marker: markers.profileSchema,
      references: [{ pointer: '/id', from: 'schema', value: 'id' }],
      // The registry takes the tag only for a schema that has its primary identity.
      after: identities.map(({ key }) => key),
      request: {
        method: 'PATCH',
        path: `${registry}/tenant/schemas/{id}`,
        body: {
          id: standIn('schema', 'id'),
          operations: [{ op: 'add', path: '/meta:immutableTags', value: ['union'] }],
        },
      },
    });
  }
  objects.push(planDataset(target, undefined, input));
  return objects;
}

/** One descriptor for each identity. Descriptors have no text of their own: what they say is what tells them apart. */
function planIdentities(
  identities: readonly IdentityChoice[],
  schemaId: string | undefined,
  { markers }: TargetPlanInput,
): PlanObject[] {
  return identities.map(
    (identity, at): PlanObject => ({
      key: at === 0 ? 'identity' : `identity${at + 1}`,
      kind: 'identity',
      title: identity.isPrimary ? 'Primary identity' : 'Identity',
      name: `${identity.target} as ${identity.namespace}`,
      marker: markers.identity,
      references:
        schemaId === undefined ? [{ pointer: '/xdm:sourceSchema', from: 'schema', value: 'id' }] : [],
      request: {
        method: 'POST',
        path: `${registry}/tenant/descriptors`,
        body: {
          '@type': 'xdm:descriptorIdentity',
          'xdm:sourceSchema': schemaId ?? standIn('schema', 'id'),
          'xdm:sourceVersion': 1,
          'xdm:sourceProperty': toSourceProperty(identity.target),
          'xdm:namespace': identity.namespace,
          'xdm:property': 'xdm:code',
          'xdm:isPrimary': identity.isPrimary,
        },
      },
    }),
  );
}
