import type { Answer } from '../http/answer';
import { bodyAnswer, gatewayTimeout, quotaAnswer, statusAnswer, throttleAnswer } from './canned-answers';
import { cutSettings, resetAtOnce } from './cut';
import type { FaultAction } from './fault-rule';
import { pause } from './pause';
import type { Outcome, StrikeContext } from './strike';

const cannedList: Answer = {
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: '{"items":[{"id":"',
};

/** What comes instead of the answer. `answer` is the real one when the request has been carried out. */
export async function replaceAnswer(
  action: FaultAction,
  answer: Answer | undefined,
  context: StrikeContext,
): Promise<Outcome> {
  const { core, errorShape, signal } = context;
  switch (action.type) {
    case 'status':
      return { answer: statusAnswer(action, errorShape) };
    case 'body':
      return { answer: bodyAnswer(action, answer) };
    case 'throttle':
      return { answer: throttleAnswer(action, core.realNowMs()) };
    case 'quota':
      return { answer: quotaAnswer(action, errorShape) };
    case 'redirect':
      return {
        answer: { status: action.status ?? 302, headers: { location: action.location ?? '' }, body: '' },
      };
    case 'gatewayCut':
      await pause(action.ms ?? 60_000, signal);
      return { answer: gatewayTimeout };
    case 'hang':
      await pause(action.ms ?? 120_000, signal);
      return { cut: resetAtOnce };
    case 'fin':
      return { cut: { how: 'fin', bytes: 0 } };
    case 'truncate':
      return {
        cut: {
          how: 'truncate',
          bytes: action.bytes ?? cutSettings.truncateBytes,
          framing: action.framing ?? 'broken',
        },
        answer: answer ?? cannedList,
      };
    case 'drip':
      return {
        cut: {
          how: 'drip',
          bytes: action.bytes ?? cutSettings.dripBytes,
          pauseMs: action.ms ?? cutSettings.dripPauseMs,
        },
        answer: answer ?? cannedList,
      };
    case 'oversize':
      return { answer: inflate(answer ?? cannedList, action.bytes ?? 20_000_000) };
    case 'reset':
      return {
        cut: { how: 'reset', bytes: action.bytes ?? 0, at: action.at ?? 'accept' },
        answer: answer ?? cannedList,
      };
    default:
      return { cut: resetAtOnce };
  }
}

/** Valid JSON of at least so many bytes: an object gets one more field, a list more spaces. */
function inflate(answer: Answer, bytes: number): Answer {
  const padding = Math.max(0, bytes - answer.body.length);
  const isObject = /^\{\s*"/.test(answer.body);
  const body = isObject
    ? `{"padding":"${'x'.repeat(padding)}",${answer.body.slice(1)}`
    : answer.body + ' '.repeat(padding);
  return { ...answer, body };
}
