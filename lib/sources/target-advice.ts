import type { ClassKind } from '@/lib/target/new-target';

/** What a source knows about a good target for one of its resource paths. */
export type TargetAdvice = {
  classKind: ClassKind;
  /** Why this class, in one sentence. */
  reason: string;
  /** The source field that tells records apart: fills `_id`. */
  idPath: string;
  /** When the record happened: fills `timestamp` of an event. */
  time: { path: string; form: 'unix-seconds' | 'iso' };
  /** Fills `eventType` of an event; not one of Adobe's own words, which mean something to its applications. */
  eventType: string;
  /** Fields that tell who it is about, best first, each with the namespaces that hold such values, best first. */
  identities: readonly { path: string; namespaces: readonly RegExp[] }[];
};
