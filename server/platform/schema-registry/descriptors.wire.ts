import * as z from 'zod';
import { xdmSchemaIdSchema } from '@/lib/ids';
import { textSchema } from '../wire-fields';

const descriptorIdSchema = z.string().regex(/^\w[\w.-]{0,199}$/);

export const identityDescriptorSchema = z
  .object({
    '@id': descriptorIdSchema,
    '@type': z.literal('xdm:descriptorIdentity'),
    'xdm:sourceSchema': xdmSchemaIdSchema,
    'xdm:sourceProperty': z.string(),
    'xdm:namespace': z.union([z.string(), z.number().transform(String)]),
    'xdm:property': textSchema,
    'xdm:isPrimary': z.boolean().nullish(),
  })
  .transform((wire) => ({
    id: wire['@id'],
    schemaId: wire['xdm:sourceSchema'],
    sourceProperty: wire['xdm:sourceProperty'],
    namespace: wire['xdm:namespace'],
    namespaceIs: wire['xdm:property'] === 'xdm:id' ? ('id' as const) : ('code' as const),
    isPrimary: wire['xdm:isPrimary'] === true,
  }));

export const descriptorCreatedSchema = z
  .object({ '@id': descriptorIdSchema })
  .transform((wire) => ({ id: wire['@id'] }));

/** Grouped by type in the published form, a paged list under `results` in the newer one. */
export const descriptorPageSchema = z.object({
  'xdm:descriptorIdentity': z.array(z.unknown()).optional(),
  results: z.array(z.unknown()).optional(),
  _page: z
    .object({ next: z.union([z.string().min(1), z.number().transform(String)]).nullish() })
    .nullish()
    .transform((page) => page?.next ?? undefined),
});
