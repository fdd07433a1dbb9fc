import { charge, type EvaluationContext } from '../evaluation-context';
import { fail } from '../value';
import { wordChar } from './char-class';
import { compilePattern, type Instruction, type Program } from './compile-pattern';
import type { Assertion } from './pattern-node';

/** Longest text matched, in UTF-16 code units. */
const maxInputLength = 100_000;

/** Start and end of the match, then of every group; -1 for a group that took no part. */
export type Match = readonly number[];

interface Threads {
  /** Instruction numbers, best first. */
  list: number[];
  saves: (readonly number[])[];
  /** Position each instruction was last added at, so that none is added twice. */
  seenAt: Int32Array;
}

/**
 * First match at or after `from`, or undefined. All alternatives advance together, so the time is bounded by the length
 * of the pattern times that of the text, whatever the pattern: nested quantifiers cannot blow up.
 */
export function findMatch(
  text: string,
  pattern: string,
  from: number,
  context: EvaluationContext,
): Match | undefined {
  return run(text, compileCharged(pattern, context), from, false, context);
}

/** Whether the pattern fits the text from its start to its end. */
export function matchesWhole(text: string, pattern: string, context: EvaluationContext): boolean {
  return run(text, compileCharged(pattern, context), 0, true, context) !== undefined;
}

function compileCharged(pattern: string, context: EvaluationContext): Program {
  charge(context, pattern.length);
  const program = compilePattern(pattern);
  charge(context, program.instructions.length >> 2);
  return program;
}

function run(
  text: string,
  program: Program,
  from: number,
  wholeText: boolean,
  context: EvaluationContext,
): Match | undefined {
  if (text.length > maxInputLength) fail('This text is too long for a regular expression');
  const { instructions } = program;
  const fresh = new Array<number>(program.slots).fill(-1);
  let current = newThreads(instructions.length);
  let next = newThreads(instructions.length);
  let best: Match | undefined;
  let at = from;
  for (;;) {
    if (best === undefined && (!wholeText || at === from)) {
      const saves = [...fresh];
      saves[0] = at;
      addThread(current, program, 0, at, saves, text, context);
    }
    if (current.list.length === 0 && (best !== undefined || wholeText)) break;
    charge(context, 1 + current.list.length);
    const code = text.codePointAt(at);
    const width = code !== undefined && code > 0xffff ? 2 : 1;
    for (const [rank, number] of current.list.entries()) {
      const instruction: Instruction | undefined = instructions[number];
      const saves = current.saves[rank] ?? fresh;
      if (instruction?.op === 'match') {
        if (wholeText && at !== text.length) continue;
        const found = [...saves];
        found[1] = at;
        best = found;
        // Threads behind this one are worse; those before it go on and may still find a better match.
        break;
      }
      if (instruction?.op === 'char' && code !== undefined && instruction.test(code)) {
        addThread(next, program, number + 1, at + width, saves, text, context);
      }
    }
    if (code === undefined) break;
    at += width;
    [current, next] = [next, current];
    next.list.length = 0;
    next.saves.length = 0;
  }
  return best;
}

function newThreads(size: number): Threads {
  return { list: [], saves: [], seenAt: new Int32Array(size).fill(-1) };
}

/** Adds a thread and all it reaches without reading a character, in order of preference. */
function addThread(
  threads: Threads,
  program: Program,
  start: number,
  at: number,
  startSaves: readonly number[],
  text: string,
  context: EvaluationContext,
): void {
  // Copying the positions of many groups is the one cost that the number of threads does not show.
  const saveCost = 1 + (program.slots >> 3);
  const pending: { number: number; saves: readonly number[] }[] = [{ number: start, saves: startSaves }];
  for (let thread = pending.pop(); thread !== undefined; thread = pending.pop()) {
    const { number, saves } = thread;
    if (threads.seenAt[number] === at) continue;
    threads.seenAt[number] = at;
    const instruction = program.instructions[number];
    if (instruction === undefined) continue;
    switch (instruction.op) {
      case 'jump':
        pending.push({ number: instruction.to, saves });
        break;
      case 'split':
        charge(context, 1);
        pending.push({ number: instruction.second, saves }, { number: instruction.first, saves });
        break;
      case 'save': {
        charge(context, saveCost);
        const changed = [...saves];
        changed[instruction.slot] = at;
        pending.push({ number: number + 1, saves: changed });
        break;
      }
      case 'assert':
        if (holds(instruction.assertion, text, at)) pending.push({ number: number + 1, saves });
        break;
      default:
        threads.list.push(number);
        threads.saves.push(saves);
    }
  }
}

function holds(assertion: Assertion, text: string, at: number): boolean {
  if (assertion === 'start') return at === 0;
  if (assertion === 'end') return at === text.length;
  const boundary = isWordAt(text, at - 1) !== isWordAt(text, at);
  return boundary === (assertion === 'wordBoundary');
}

function isWordAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && wordChar(text.charCodeAt(at));
}
