import type { ConnectPart, DataPart, Draft } from './draft';

/** Choosing another account keeps the rest: the source is the same, and explore tells whether the fields are. */
export function withAccount(draft: Draft, connect: ConnectPart): Draft {
  return { ...draft, connect };
}

/**
 * Choosing another resource path drops target and mapping, whose fields belong to the path before; exploring the same
 * path again keeps them, because a mapping must survive a field that comes and goes.
 */
export function withData(draft: Draft, data: DataPart): Draft {
  if (draft.data && draft.data.resourcePath !== data.resourcePath) {
    return { ...draft, data, target: null, mapping: null };
  }
  return { ...draft, data };
}
