import { findSource } from '@/lib/sources/sources';
import type { ConnectPart, DataPart, Draft, PathPart } from './draft';

/**
 * Choosing another account keeps the rest: the source is the same. What it may read can differ, so the fields of every
 * path are read again when the data is next confirmed.
 */
export function withAccount(draft: Draft, connect: ConnectPart): Draft {
  if (draft.connect === null || draft.connect.baseConnectionId === connect.baseConnectionId) {
    return { ...draft, connect };
  }
  const outdated = (path: PathPart): PathPart => ({ ...path, exploredAtMs: 0 });
  return { ...draft, connect, paths: draft.paths.map(outdated), setAside: draft.setAside.map(outdated) };
}

/** Whether something was decided for a path that would be missed. */
export function hasWork({ target, mapping }: Pick<PathPart, 'target' | 'mapping'>): boolean {
  return target !== null || mapping !== null;
}

/**
 * The resource paths that come in from now on. A path that stays keeps target and mapping, because a mapping must survive
 * a field that comes and goes; one that goes is set aside with them, and gets them back when it is chosen again.
 */
export function withPaths(draft: Draft, chosen: readonly DataPart[]): Draft {
  const known = new Map([...draft.setAside, ...draft.paths].map((path) => [path.resourcePath, path]));
  const paths = chosen.map((data): PathPart => {
    const { target = null, mapping = null } = known.get(data.resourcePath) ?? {};
    return { ...data, target, mapping };
  });
  for (const { resourcePath } of chosen) known.delete(resourcePath);
  return {
    ...draft,
    paths: inSourceOrder(draft.sourceId, paths),
    setAside: inSourceOrder(draft.sourceId, [...known.values()].filter(hasWork)),
  };
}

/**
 * Target and mapping of one resource path; the others keep theirs. A path that was set aside comes back with them, since
 * somebody still works on it; undefined when the draft does not know the path.
 */
export function withPathWork(
  draft: Draft,
  resourcePath: string,
  work: Pick<PathPart, 'target' | 'mapping'>,
): Draft | undefined {
  const isIt = (path: PathPart) => path.resourcePath === resourcePath;
  const path = draft.paths.find(isIt) ?? draft.setAside.find(isIt);
  if (!path) return undefined;
  const others = draft.paths.filter((candidate) => !isIt(candidate));
  return {
    ...draft,
    paths: inSourceOrder(draft.sourceId, [...others, { ...path, ...work }]),
    setAside: draft.setAside.filter((candidate) => !isIt(candidate)),
  };
}

/** In one order whatever was chosen first: equal choices give equal plans. */
function inSourceOrder(sourceId: string, paths: readonly PathPart[]): PathPart[] {
  const order = findSource(sourceId)?.resourcePaths.map(({ path }) => path) ?? [];
  const place = ({ resourcePath }: PathPart) => {
    const at = order.indexOf(resourcePath);
    return at < 0 ? order.length : at;
  };
  return paths.toSorted((a, b) => place(a) - place(b));
}
