import { fail } from '../value';
import type { Assertion, CharTest, PatternNode } from './pattern-node';
import { readPattern } from './read-pattern';

/** One instruction of the matcher. `split` tries `first` before `second`; `save` notes a position. */
export type Instruction =
  | { op: 'char'; test: CharTest }
  | { op: 'assert'; assertion: Assertion }
  | { op: 'split'; first: number; second: number }
  | { op: 'jump'; to: number }
  | { op: 'save'; slot: number }
  | { op: 'match' };

export interface Program {
  instructions: readonly Instruction[];
  /** Two for the whole match and two for every group. */
  slots: number;
}

const maxInstructions = 5000;
const maxCachedPrograms = 200;
const programs = new Map<string, Program>();

/** Program of a pattern; fails with a sentence on a pattern that is broken or cannot be matched in linear time. */
export function compilePattern(pattern: string): Program {
  const known = programs.get(pattern);
  if (known) return known;
  const { root, captures } = readPattern(pattern);
  const instructions: Instruction[] = [];
  emit(root, instructions);
  instructions.push({ op: 'match' });
  const program = { instructions, slots: 2 * (captures + 1) };
  if (programs.size >= maxCachedPrograms) programs.clear();
  programs.set(pattern, program);
  return program;
}

function add(instructions: Instruction[], instruction: Instruction): number {
  if (instructions.length >= maxInstructions) fail('The regular expression is too large');
  return instructions.push(instruction) - 1;
}

function emit(node: PatternNode, out: Instruction[]): void {
  switch (node.kind) {
    case 'char':
      add(out, { op: 'char', test: node.test });
      return;
    case 'assert':
      add(out, { op: 'assert', assertion: node.assertion });
      return;
    case 'group':
      if (node.capture !== undefined) add(out, { op: 'save', slot: node.capture * 2 });
      emit(node.body, out);
      if (node.capture !== undefined) add(out, { op: 'save', slot: node.capture * 2 + 1 });
      return;
    case 'sequence':
      for (const part of node.parts) emit(part, out);
      return;
    case 'choice':
      emitChoice(node.options, out);
      return;
    case 'repeat':
      emitRepeat(node, out);
  }
}

function emitChoice(options: readonly PatternNode[], out: Instruction[]): void {
  const jumps: { op: 'jump'; to: number }[] = [];
  for (const [index, option] of options.entries()) {
    if (index === options.length - 1) {
      emit(option, out);
      continue;
    }
    const split = { op: 'split' as const, first: out.length + 1, second: 0 };
    add(out, split);
    emit(option, out);
    const jump = { op: 'jump' as const, to: 0 };
    add(out, jump);
    jumps.push(jump);
    split.second = out.length;
  }
  for (const jump of jumps) jump.to = out.length;
}

function emitRepeat(node: Extract<PatternNode, { kind: 'repeat' }>, out: Instruction[]): void {
  const { body, least, most, greedy } = node;
  const newSplit = () => {
    const split = { op: 'split' as const, first: 0, second: 0 };
    add(out, split);
    return split;
  };
  const aim = (split: { first: number; second: number }, into: number, past: number) => {
    split.first = greedy ? into : past;
    split.second = greedy ? past : into;
  };
  for (let count = 0; count < least; count += 1) emit(body, out);
  if (most === Number.POSITIVE_INFINITY) {
    const start = out.length;
    const split = newSplit();
    emit(body, out);
    add(out, { op: 'jump', to: start });
    aim(split, start + 1, out.length);
    return;
  }
  const splits: { split: { first: number; second: number }; at: number }[] = [];
  for (let count = least; count < most; count += 1) {
    splits.push({ at: out.length, split: newSplit() });
    emit(body, out);
  }
  for (const { split, at } of splits) aim(split, at + 1, out.length);
}
