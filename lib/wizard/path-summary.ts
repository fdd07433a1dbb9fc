import { findSource } from '@/lib/sources/sources';
import { hasWork } from './change-draft';
import type { Draft, PathPart } from './draft';
import { isPathMapped } from './progress';

/** What the screens say of a resource path without its mapping. */
export type PathSummary = {
  resourcePath: string;
  title: string;
  mappedCount: number;
  isMapped: boolean;
  /** Something was decided that would be missed. */
  hasWork: boolean;
};

/** Short facts on the resource paths of a draft, or on those set aside in it. */
export function summarisePaths(draft: Draft, which: 'paths' | 'setAside' = 'paths'): PathSummary[] {
  return draft[which].map((path) => ({
    resourcePath: path.resourcePath,
    title: pathTitle(draft.sourceId, path.resourcePath),
    mappedCount: countMapped(path),
    isMapped: isPathMapped(path),
    hasWork: hasWork(path),
  }));
}

/** What people call a resource path of a source; the path itself when the source no longer defines it. */
export function pathTitle(sourceId: string, resourcePath: string): string {
  const resource = findSource(sourceId)?.resourcePaths.find(({ path }) => path === resourcePath);
  return resource?.title ?? resourcePath;
}

function countMapped({ mapping }: PathPart): number {
  return mapping?.state.mappings.length ?? 0;
}
