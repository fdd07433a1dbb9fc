import * as z from 'zod';

/** The kinds of objects that Create makes. A plan may hold several of one kind. */
export const planKeys = [
  'sourceConnection',
  'schemaClass',
  'fieldGroup',
  'fieldGroupExtension',
  'schema',
  'identity',
  'profileSchema',
  'dataset',
  'targetConnection',
  'mappingSet',
  'dataflow',
] as const;
export type PlanKey = (typeof planKeys)[number];

/**
 * A value that is known only when another object exists. `pointer` is a JSON pointer into the request body; the text
 * standing there says whose value will take its place.
 */
export const planReferenceSchema = z.strictObject({
  pointer: z.string().startsWith('/'),
  /** The key of that object. */
  from: z.string(),
  value: z.enum(['id', 'version']),
});

export const planObjectSchema = z.strictObject({
  /** Names the object within its plan: its kind, preceded by the part it belongs to where there are several. */
  key: z.string().min(1),
  kind: z.enum(planKeys),
  /** "Source connection": the platform's word for it. */
  title: z.string(),
  /** What this one is called, in the platform. */
  name: z.string(),
  request: z.strictObject({
    method: z.enum(['POST', 'PATCH']),
    /** Below the gateway: `/data/foundation/flowservice/flows`; `{id}` is the object that a PATCH changes. */
    path: z.string(),
    /** What a POST sends. A PATCH has the object's `id`, which goes into the path, and the `operations` it sends. */
    body: z.record(z.string(), z.unknown()),
  }),
  references: z.array(planReferenceSchema),
  /** Other objects that have to exist first, although no value of theirs is needed. */
  after: z.array(z.string()).exactOptional(),
  /** Written into the object, so that it can be found again when the answer to its creation is lost. */
  marker: z.string(),
});

/** The exact objects that Create will make, in an order in which each comes after what it needs. */
export const planSchema = z.strictObject({
  format: z.literal(1),
  objects: z.array(planObjectSchema).min(1),
});

export type PlanReference = z.infer<typeof planReferenceSchema>;
export type PlanObject = z.infer<typeof planObjectSchema>;
export type Plan = z.infer<typeof planSchema>;

/** The keys an object waits for. */
export function dependenciesOf(object: PlanObject): string[] {
  return [...new Set([...object.references.map((reference) => reference.from), ...(object.after ?? [])])];
}

/** The part of a plan that an object belongs to: one for each dataflow, empty where there is only one. */
export function partOf({ key }: Pick<PlanObject, 'key'>): string {
  return key.includes('/') ? key.slice(0, key.indexOf('/')) : '';
}
