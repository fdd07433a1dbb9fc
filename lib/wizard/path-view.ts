import type { ConnectPart, DataPart, Draft, PathPart, Target } from './draft';

/** One resource path of a draft with what all of them share, as if the draft had no other. */
export type PathView = {
  sourceId: string;
  connect: ConnectPart | null;
  data: DataPart;
  target: Target | null;
  mapping: PathPart['mapping'];
  schedule: Draft['schedule'];
};

/** The view of one chosen resource path; undefined when the draft does not bring it in. */
export function pathView(draft: Draft, resourcePath: string): PathView | undefined {
  const path = draft.paths.find((candidate) => candidate.resourcePath === resourcePath);
  if (!path) return undefined;
  const { target, mapping, ...data } = path;
  return {
    sourceId: draft.sourceId,
    connect: draft.connect,
    data,
    target,
    mapping,
    schedule: draft.schedule,
  };
}
