/** Whether a code point belongs to a class. */
export type CharTest = (codePoint: number) => boolean;

export type Assertion = 'start' | 'end' | 'wordBoundary' | 'notWordBoundary';

/** A regular expression taken apart. */
export type PatternNode =
  | { kind: 'char'; test: CharTest }
  | { kind: 'assert'; assertion: Assertion }
  | { kind: 'group'; body: PatternNode; capture: number | undefined }
  | { kind: 'sequence'; parts: PatternNode[] }
  | { kind: 'choice'; options: PatternNode[] }
  | { kind: 'repeat'; body: PatternNode; least: number; most: number; greedy: boolean };
