import type { OnboardingId } from '@/lib/ids';
import { checkMappings } from '@/lib/mapping/check-mappings';
import { tenantRootOf } from '@/lib/mapping/preset';
import { jsonSchemaNodeSchema } from '@/lib/schema/json-schema-node-schema';
import { buildSchemaTree } from '@/lib/schema/schema-tree';
import type { PathErrors } from '@/lib/wizard/replies';
import { limitCalls } from '@/server/limit-calls';
import { loadOnboarding } from './load-onboarding';
import { loadTarget } from './load-target';
import type { TeamContext } from './team-context';

/** How many mappings of each resource path our rules refuse, as they are saved; a path without mappings has none. */
export async function countPathErrors(ctx: TeamContext, id: OnboardingId): Promise<PathErrors[]> {
  const { draft, source } = await loadOnboarding(ctx, id);
  const limited = limitCalls(4);
  return Promise.all(
    draft.paths.map(({ resourcePath, sourceSchema, mapping }) =>
      limited(async (): Promise<PathErrors> => {
        if (!mapping || mapping.state.mappings.length === 0) return { resourcePath, errors: 0 };
        const { schema, tenantId } = await loadTarget(ctx, id, resourcePath);
        const checked = checkMappings(mapping.state, {
          sourceTree: buildSchemaTree(jsonSchemaNodeSchema.parse(sourceSchema), {
            hide: [...source.envelopeFields],
          }),
          targetTree: buildSchemaTree(schema),
          tenantRoot: tenantRootOf(tenantId),
        });
        return { resourcePath, errors: checked.filter(({ verdict }) => verdict === 'refused').length };
      }),
    ),
  );
}
