import * as z from 'zod';
import { datasetIdSchema, onboardingIdSchema, xdmSchemaIdSchema } from '@/lib/ids';
import { loadTarget } from '@/server/onboarding/load-target';
import { read } from '@/server/read';

const path = { resourcePath: z.string().max(64) };
const query = z.union([
  z.strictObject(path).transform(({ resourcePath }) => ({ resourcePath, wanted: undefined })),
  z
    .strictObject({ ...path, kind: z.literal('create') })
    .transform(({ resourcePath, ...wanted }) => ({ resourcePath, wanted })),
  z
    .strictObject({ ...path, kind: z.literal('existing'), datasetId: datasetIdSchema })
    .transform(({ resourcePath, ...wanted }) => ({ resourcePath, wanted })),
  z
    .strictObject({ ...path, kind: z.literal('new-dataset'), schemaId: xdmSchemaIdSchema })
    .transform(({ resourcePath, ...wanted }) => ({ resourcePath, wanted })),
]);

/** The target of one resource path as saved, or as it would be when chosen, with the schema to map onto. */
export const GET = read(
  { permission: 'onboarding.view', params: z.strictObject({ onboardingId: onboardingIdSchema }), query },
  ({ params, query: { resourcePath, wanted } }, ctx) =>
    loadTarget(ctx, params.onboardingId, resourcePath, wanted),
);
