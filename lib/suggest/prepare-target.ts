import { createLexicon, type Lexicon } from './lexicon';
import type { EvidencePart, SuggestField } from './suggestion';
import { readTargetFields } from './target-field';
import { indexTargets, type TargetIndex } from './target-index';

/** A target read and indexed, whatever the source. */
export type PreparedTarget = {
  readonly fields: readonly SuggestField[];
  readonly without: ReadonlySet<EvidencePart>;
  readonly lexicon: Lexicon;
  readonly index: TargetIndex;
};

let latest: PreparedTarget | undefined;

/**
 * Reads a target in slices; each step yields how far it is, 0 to 1. The latest one is kept, for an editor asks about
 * the same target after every change: equal fields, even copied ones, are not read again.
 */
export function* prepareTarget(
  fields: readonly SuggestField[],
  without: ReadonlySet<EvidencePart>,
): Generator<number, PreparedTarget> {
  if (latest && areSameParts(latest.without, without) && areSameFields(latest.fields, fields)) return latest;
  const targets = readTargetFields(inPathOrder(fields));
  yield 0.05;
  const lexicon = createLexicon(
    (function* names() {
      for (const { names } of targets) yield names.at(-1) ?? '';
    })(),
  );
  yield 0.08;
  const steps = indexTargets(targets, lexicon, without);
  let step = steps.next();
  for (let slice = 0; !step.done; slice += 1) {
    yield Math.min(1, 0.1 + (slice * 250) / Math.max(1, targets.length));
    step = steps.next();
  }
  latest = { fields: [...fields], without: new Set(without), lexicon, index: step.value };
  return latest;
}

/** Fields by path, so that the order in which they are given changes nothing, not even a rounding. */
export function inPathOrder(fields: readonly SuggestField[]): SuggestField[] {
  return [...fields].sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
}

function areSameParts(one: ReadonlySet<EvidencePart>, other: ReadonlySet<EvidencePart>): boolean {
  return one.size === other.size && [...one].every((part) => other.has(part));
}

function areSameFields(one: readonly SuggestField[], other: readonly SuggestField[]): boolean {
  return one.length === other.length && one.every((field, at) => isSameField(field, other[at]));
}

function isSameField(one: SuggestField, other: SuggestField | undefined): boolean {
  if (one === other) return true;
  const [values, others] = [one.enumValues ?? [], other?.enumValues ?? []];
  return (
    one.path === other?.path &&
    one.type === other.type &&
    one.itemType === other.itemType &&
    one.title === other.title &&
    one.description === other.description &&
    (one.deprecated ?? false) === (other.deprecated ?? false) &&
    values.length === others.length &&
    values.every((value, at) => value === others[at])
  );
}
