import { createHash } from 'node:crypto';
import { type FaultRule, parseFaultPlan } from './fault-rule';

/** What a rule can match on. `org` is empty where no organisation is known yet. */
export type FaultSubject = { op: string; org: string; sandbox: string; bodyText: string };

export type FaultEngine = {
  /** Replaces all rules and starts counting anew. Throws on a malformed plan. */
  install: (plan: unknown, nowMs: number) => void;
  clear: () => void;
  isEmpty: () => boolean;
  /** The rules that strike this request, in order; counts it. */
  decide: (subject: FaultSubject, nowMs: number) => FaultRule[];
  describe: () => { seed: number; rules: (FaultRule & { matched: number; hits: number })[] };
};

type Entry = {
  rule: FaultRule;
  ordinals: Map<string, number>;
  /** For `throttle`: what an organisation has asked for within its current window. */
  windows: Map<string, { startMs: number; count: number }>;
  matched: number;
  hits: number;
};

/** Whether a `throttle` with a limit still lets this request pass; windows are of emulator time. */
function isWithinLimit({ rule, windows }: Entry, org: string, nowMs: number): boolean {
  const { type, limit, windowMs = 60_000 } = rule.action;
  if (type !== 'throttle' || limit === undefined) return false;
  const current = windows.get(org);
  const window =
    current && nowMs >= current.startMs && nowMs < current.startMs + windowMs
      ? current
      : { startMs: nowMs, count: 0 };
  window.count += 1;
  windows.set(org, window);
  return window.count <= limit;
}

/**
 * Fault rules, decided deterministically: by the plan's seed, the rule, the organisation and how many requests of this
 * operation the rule has seen from it, never by real time or chance.
 */
export function createFaultEngine(): FaultEngine {
  let seed = 0;
  let installedAtMs = 0;
  let entries: Entry[] = [];
  return {
    install(plan, nowMs) {
      const parsed = parseFaultPlan(plan);
      seed = parsed.seed;
      installedAtMs = nowMs;
      entries = parsed.rules.map((rule) => ({
        rule,
        ordinals: new Map(),
        windows: new Map(),
        matched: 0,
        hits: 0,
      }));
    },
    clear() {
      entries = [];
    },
    isEmpty: () => entries.length === 0,
    decide(subject, nowMs) {
      const struck: FaultRule[] = [];
      for (const entry of entries) {
        if (!matches(entry.rule, subject)) continue;
        const key = `${subject.op}\n${subject.org}`;
        const ordinal = (entry.ordinals.get(key) ?? 0) + 1;
        entry.ordinals.set(key, ordinal);
        entry.matched += 1;
        const { max } = entry.rule.when;
        if (max > 0 && entry.hits >= max) continue;
        if (!isDue(entry.rule, seed, subject, ordinal, nowMs - installedAtMs)) continue;
        if (isWithinLimit(entry, subject.org, nowMs)) continue;
        entry.hits += 1;
        struck.push(entry.rule);
        if (!entry.rule.compose) break;
      }
      return struck;
    },
    describe: () => ({
      seed,
      rules: entries.map(({ rule, matched, hits }) => ({ ...rule, matched, hits })),
    }),
  };
}

function matches({ match }: FaultRule, subject: FaultSubject): boolean {
  return (
    matchesName(match.op, subject.op) &&
    matchesName(match.org, subject.org) &&
    matchesName(match.sandbox, subject.sandbox) &&
    subject.bodyText.includes(match.bodyHas)
  );
}

/** `*` matches everything, `flow.*` every name with that beginning. */
function matchesName(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name;
}

function isDue(
  { id, when }: FaultRule,
  seed: number,
  subject: FaultSubject,
  ordinal: number,
  sinceMs: number,
): boolean {
  if (when.fromMs > 0 && sinceMs < when.fromMs) return false;
  if (when.toMs > 0 && sinceMs >= when.toMs) return false;
  if (when.nth.length > 0 && !when.nth.includes(ordinal)) return false;
  if (when.every > 0 && ordinal % when.every !== 0) return false;
  if (when.first > 0 && ordinal > when.first) return false;
  return when.p >= 1 || chance(`${seed}/${id}/${subject.org}/${subject.op}/${ordinal}`) < when.p;
}

function chance(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;
}
