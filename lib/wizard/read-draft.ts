import { type Draft, draftFormat, draftSchema, emptyDraft, type PathPart, pathSchema } from './draft';

export type ReadDraft =
  | { kind: 'current'; draft: Draft }
  /** Written by an older version: what could be kept is kept, and the person is told which parts were not. */
  | { kind: 'upgraded'; draft: Draft; lost: Part[] }
  /** Written by a newer version of the product than this one. */
  | { kind: 'newer' };

type Part = 'connect' | 'data' | 'target' | 'mapping' | 'schedule';

const field = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;

const isMissing = (value: unknown) => value === undefined || value === null;

/**
 * Reads a stored draft. A draft of the present format is taken as it is; any other is taken part by part, each kept only
 * when it parses: a part that does not is dropped and named, never guessed. `sourceId` is the onboarding's own column.
 */
export function readDraft(stored: unknown, sourceId: string): ReadDraft {
  const current = draftSchema.safeParse(stored);
  if (current.success) return { kind: 'current', draft: current.data };
  const format = field(stored, 'format') ?? field(stored, 'version');
  if (typeof format === 'number' && format > draftFormat) return { kind: 'newer' };

  const lost = new Set<Part>();
  let draft = emptyDraft(sourceId);
  for (const part of ['connect', 'schedule'] as const) {
    const value = field(stored, part);
    if (isMissing(value)) continue;
    const candidate = draftSchema.safeParse({ ...draft, [part]: value });
    if (candidate.success) draft = candidate.data;
    else lost.add(part);
  }
  const paths = readPaths(storedPaths(stored), lost);
  const chosen = new Set(paths.map(({ resourcePath }) => resourcePath));
  const setAside = readPaths(listOf(field(stored, 'setAside')), lost).filter(
    ({ resourcePath }) => !chosen.has(resourcePath),
  );
  return { kind: 'upgraded', draft: { ...draft, paths, setAside }, lost: [...lost] };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Up to format 1 a draft had one resource path, with target and mapping beside it. */
function storedPaths(stored: unknown): unknown[] {
  const paths = field(stored, 'paths');
  if (paths !== undefined) return listOf(paths);
  const data = field(stored, 'data');
  const target = field(stored, 'target');
  const mapping = field(stored, 'mapping');
  if (isMissing(data) && isMissing(target) && isMissing(mapping)) return [];
  return [{ ...(typeof data === 'object' ? data : {}), target, mapping }];
}

/** Keeps each path whose fields are known, with those parts of the work on it that parse. */
function readPaths(stored: readonly unknown[], lost: Set<Part>): PathPart[] {
  const paths = new Map<string, PathPart>();
  for (const value of stored) {
    const { target, mapping, ...data } = { ...(typeof value === 'object' ? value : {}) } as Record<
      string,
      unknown
    >;
    const parsed = pathSchema.safeParse({ ...data, target: null, mapping: null });
    if (!parsed.success) lost.add('data');
    let path = parsed.success && !paths.has(parsed.data.resourcePath) ? parsed.data : undefined;
    for (const [part, work] of Object.entries({ target, mapping })) {
      if (isMissing(work)) continue;
      const candidate = path && pathSchema.safeParse({ ...path, [part]: work });
      if (candidate?.success) path = candidate.data;
      else lost.add(part as Part);
    }
    if (path) paths.set(path.resourcePath, path);
  }
  return [...paths.values()];
}
