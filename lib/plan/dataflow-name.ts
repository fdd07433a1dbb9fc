import type { SourceDefinition } from '@/lib/sources/source-definition';

/** What one of several dataflows of an onboarding is called: "Stripe, 22 Nov 2026: charges". */
export function dataflowName(name: string, source: SourceDefinition, resourcePath: string): string {
  const resource = source.resourcePaths.find(({ path }) => path === resourcePath);
  return `${name}: ${(resource?.title ?? resourcePath).toLowerCase()}`;
}
