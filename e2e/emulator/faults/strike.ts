import type { Answer } from '../http/answer';
import type { Barriers } from './barriers';
import { bodyAnswer, type ErrorShape, statusAnswer, throttleAnswer } from './canned-answers';
import type { FaultRule } from './fault-rule';
import { pause } from './pause';
import { hideRecent, makePartial } from './rewrite-reply';

/** What goes onto the wire, and what the journal says about it. */
export type Outcome = {
  answer?: Answer;
  /** How the connection ends when there is no proper answer. */
  cut?: { how: 'reset' | 'fin' | 'truncate'; bytes: number };
  rule?: string;
  phase?: 'before' | 'after';
};

export type StrikeContext = {
  barriers: Barriers;
  /** Fires when the client has gone or the emulator closes. */
  signal: AbortSignal;
  /** Handles the request, including the gateway; called at most once. */
  perform: () => Promise<Answer>;
  errorShape: ErrorShape;
  revokeToken: () => void;
  staleEtag: () => void;
  /** Takes the filters out of the request. */
  ignoreFilter: () => void;
  selfPath: string;
  nowMs: () => number;
  realNowMs: () => number;
};

/** Runs a request through the rules that struck it: `before` rules, then the request itself, then `after` rules. */
export async function strike(rules: FaultRule[], context: StrikeContext): Promise<Outcome> {
  let tag: Pick<Outcome, 'rule' | 'phase'> = {};
  for (const rule of rules) {
    if (rule.phase !== 'before') continue;
    tag = { rule: rule.id, phase: 'before' };
    const outcome = await strikeBefore(rule, context);
    if (outcome) return { ...outcome, ...tag };
  }
  let answer = await context.perform();
  for (const rule of rules) {
    const rewrites = rule.action.type === 'listPartial' || rule.action.type === 'invisible';
    if (rule.phase !== 'after' && !rewrites) continue;
    tag = { rule: rule.id, phase: rule.phase };
    const outcome = await strikeAfter(rule, answer, context);
    if (outcome.cut || !outcome.answer) return { ...outcome, ...tag };
    answer = outcome.answer;
  }
  return { answer, ...tag };
}

/** `undefined` lets the request go on. */
async function strikeBefore(rule: FaultRule, context: StrikeContext): Promise<Outcome | undefined> {
  const { action } = rule;
  switch (action.type) {
    case 'delay':
      await pause(action.ms ?? 1000, context.signal);
      return undefined;
    case 'tokenRevoke':
    case 'tokenExpire':
      context.revokeToken();
      return undefined;
    case 'etagStale':
      context.staleEtag();
      return undefined;
    case 'listPartial':
      if (action.mode === 'ignoreFilter') context.ignoreFilter();
      return undefined;
    case 'invisible':
      return undefined;
    case 'barrier': {
      const how = await context.barriers.hold(action.name ?? '', context.signal);
      return how === 'drop' ? { cut: { how: 'reset', bytes: 0 } } : undefined;
    }
    case 'lateExecute':
      setTimeout(() => void context.perform(), action.ms ?? 1000);
      return { cut: { how: 'reset', bytes: 0 } };
    default:
      return replaceAnswer(rule, undefined, context);
  }
}

async function strikeAfter(rule: FaultRule, answer: Answer, context: StrikeContext): Promise<Outcome> {
  const { action } = rule;
  switch (action.type) {
    case 'delay':
      await pause(action.ms ?? 1000, context.signal);
      return { answer };
    case 'barrier': {
      const how = await context.barriers.hold(action.name ?? '', context.signal);
      return how === 'drop' ? { cut: { how: 'reset', bytes: 0 } } : { answer };
    }
    case 'listPartial':
      return { answer: makePartial(answer, action, context.selfPath) };
    case 'invisible':
      return { answer: hideRecent(answer, action, context.nowMs(), context.errorShape) };
    case 'tokenRevoke':
    case 'tokenExpire':
      context.revokeToken();
      return { answer };
    case 'etagStale':
    case 'lateExecute':
      return { answer };
    default:
      return replaceAnswer(rule, answer, context);
  }
}

async function replaceAnswer(
  { action }: FaultRule,
  answer: Answer | undefined,
  context: StrikeContext,
): Promise<Outcome> {
  switch (action.type) {
    case 'status':
      return { answer: statusAnswer(action, context.errorShape) };
    case 'body':
      return { answer: bodyAnswer(action) };
    case 'throttle':
      return { answer: throttleAnswer(action, context.realNowMs()) };
    case 'hang':
      await pause(action.ms ?? 120_000, context.signal);
      return { cut: { how: 'reset', bytes: 0 } };
    case 'fin':
      return { cut: { how: 'fin', bytes: 0 } };
    case 'truncate':
      return {
        cut: { how: 'truncate', bytes: action.bytes ?? 20 },
        answer: answer ?? {
          status: 200,
          headers: { 'content-type': 'application/json' },
          body: '{"items":[{"id":"',
        },
      };
    default:
      return { cut: { how: 'reset', bytes: action.bytes ?? 0 } };
  }
}
