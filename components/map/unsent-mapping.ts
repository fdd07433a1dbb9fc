import type { NewFieldMapping } from '@/lib/mapping/commands';
import type { MappingState } from '@/lib/mapping/mapping';
import type { unsentSchema } from './unsent-mapping-schema';

const prefix = 'tributary.unsent-mapping';
const keptForMs = 7 * 86_400_000;

/** What a page had not saved yet when it closed, and the key it is kept under. */
export type UnsentMapping = {
  key: string;
  version: number;
  atMs: number;
  mappings: readonly NewFieldMapping[];
  unmappedOnPurpose: readonly string[];
};

/** A key for what one page keeps: pages of the same mapping must not overwrite each other. */
export function createUnsentKey(name: string): string {
  return `${prefix}.${name}.${crypto.randomUUID()}`;
}

/**
 * Keeps the rows in this browser until they are saved. Names of fields, calculations and constants only: notes and
 * comments hold names of people and are left out.
 */
export function keepUnsent(key: string, version: number, state: MappingState): void {
  const mappings = state.mappings.map(({ note: _note, comments: _comments, ...row }) => row);
  try {
    const kept = { version, atMs: Date.now(), state: { ...state, mappings } };
    window.localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Storage may be full or forbidden; an older state must not be taken for this one.
    forgetUnsent(key);
  }
}

/** Removes what was kept under a key. */
export function forgetUnsent(key: string): void {
  try {
    window.localStorage.removeItem(key);
  } catch {
    // Nothing can have been kept where storage is forbidden.
  }
}

/** The newest of what pages of a mapping kept, other than `ownKey`; what is too old or cannot be read is removed. */
export async function findUnsent(name: string, ownKey: string): Promise<UnsentMapping | undefined> {
  const keys = unsentKeys().filter((key) => key !== ownKey);
  if (keys.length === 0) return undefined;
  // What lies in a browser may come from another version, or from anybody. Mostly there is nothing to read.
  const { unsentSchema: schema } = await import('./unsent-mapping-schema');
  let found: UnsentMapping | undefined;
  for (const key of keys) {
    const unsent = readUnsent(key, schema);
    if (!unsent || unsent.atMs < Date.now() - keptForMs) forgetUnsent(key);
    else if (key.startsWith(`${prefix}.${name}.`) && unsent.atMs > (found?.atMs ?? 0)) found = unsent;
  }
  return found;
}

/** Whether rows and marks that were kept are what the mappings are now: then nothing was lost. */
export function isSameAsSaved(unsent: UnsentMapping, saved: MappingState): boolean {
  const print = (mappings: readonly NewFieldMapping[], marks: readonly string[]) =>
    JSON.stringify([
      mappings.map(({ kind, source, target, name, description }) => [
        kind,
        source,
        target,
        name,
        description,
      ]),
      [...marks].sort(),
    ]);
  return print(unsent.mappings, unsent.unmappedOnPurpose) === print(saved.mappings, saved.unmappedOnPurpose);
}

function unsentKeys(): string[] {
  try {
    return Object.keys(window.localStorage).filter((key) => key.startsWith(`${prefix}.`));
  } catch {
    return [];
  }
}

function readUnsent(key: string, schema: typeof unsentSchema): UnsentMapping | undefined {
  try {
    const parsed = schema.safeParse(JSON.parse(window.localStorage.getItem(key) ?? ''));
    if (!parsed.success) return undefined;
    const { version, atMs, state } = parsed.data;
    const mappings = state.mappings.map(({ id: _, ...row }) => row);
    return { key, version, atMs, mappings, unmappedOnPurpose: state.unmappedOnPurpose };
  } catch {
    return undefined;
  }
}
