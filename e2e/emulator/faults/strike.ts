import type { Core } from '../core';
import type { Answer } from '../http/answer';
import { tokenKey } from '../ims/access-tokens';
import { findCredential } from '../organisations';
import { allPermissions } from '../permissions';
import type { Barriers } from './barriers';
import type { ErrorShape } from './canned-answers';
import { type Cut, resetAtOnce } from './cut';
import type { FaultAction, FaultRule } from './fault-rule';
import { foreignClient, foreignTouch } from './foreign-change';
import { hideDependants, hideRecent } from './hide-recent';
import { ignoreFilters, makePartial } from './partial-lists';
import { pause } from './pause';
import { replaceAnswer } from './replace-answer';

/** What goes onto the wire, and what the journal says about it. */
export type Outcome = {
  answer?: Answer;
  /** How the answer arrives when it does not arrive properly. */
  cut?: Cut;
  rule?: string;
  phase?: 'before' | 'after';
};

/** The request as a fault may look at it and change it before it is carried out. */
export type StruckRequest = {
  method: string;
  headers: Record<string, string>;
  query: URLSearchParams;
  rawPath: string;
  body?: unknown;
  op: string;
  org: string;
  sandbox: string;
};

/** Whom and when a request is carried out for, where that is not who asked and now. */
export type Disguise = { client?: { clientId: string; technicalAccountId: string }; skewMs?: number };

export type StrikeContext = {
  barriers: Barriers;
  /** Fires when the client has gone or the emulator closes. */
  signal: AbortSignal;
  /** Fires when the emulator closes. */
  closing: AbortSignal;
  /** Handles the request, including the gateway. */
  perform: (disguise?: Disguise) => Promise<Answer>;
  errorShape: ErrorShape;
  request: StruckRequest;
  core: Core;
};

/** Runs a request through the rules that struck it: `before` rules, then the request itself, then `after` rules. */
export async function strike(rules: FaultRule[], context: StrikeContext): Promise<Outcome> {
  let tag: Pick<Outcome, 'rule' | 'phase'> = {};
  for (const rule of rules) {
    if (rule.phase !== 'before') continue;
    tag = { rule: rule.id, phase: 'before' };
    const outcome = await strikeBefore(rule.action, context);
    if (outcome) return { ...outcome, ...tag };
  }
  let answer = await carryOut(rules, context);
  let cut: Cut | undefined;
  for (const rule of rules) {
    const outcome = await strikeAfter(rule, answer, context);
    if (outcome === undefined) continue;
    tag = { rule: rule.id, phase: rule.phase };
    cut = outcome.cut ?? cut;
    if (outcome.answer === undefined) return { ...outcome, ...tag };
    answer = outcome.answer;
  }
  return { answer, ...(cut === undefined ? {} : { cut }), ...tag };
}

/** `undefined` lets the request go on. */
async function strikeBefore(action: FaultAction, context: StrikeContext): Promise<Outcome | undefined> {
  const { core, request, signal } = context;
  switch (action.type) {
    case 'delay':
      await pause(action.ms ?? 1000, signal);
      return undefined;
    case 'tokenRevoke':
    case 'tokenExpire':
      revokeBearer(core, request.headers);
      return undefined;
    case 'permissionDrop':
      dropPermissions(core, request.headers, action.permissions);
      return undefined;
    case 'etagStale':
      if (request.headers['if-match'] !== undefined) request.headers['if-match'] = staleEtag;
      return undefined;
    case 'invisible':
      return action.mode === undefined || action.mode === 'dependants'
        ? hideDependants(context, action)
        : undefined;
    case 'barrier':
      return (await context.barriers.hold(action.name ?? '', action.detached ? context.closing : signal)) ===
        'drop'
        ? { cut: resetAtOnce }
        : undefined;
    case 'lateExecute':
      setTimeout(() => void context.perform(), action.ms ?? 1000);
      return { cut: resetAtOnce };
    // These shape how the request is carried out, or its answer, whatever the phase.
    case 'listPartial':
    case 'conflict':
    case 'duplicateDeliver':
    case 'clockSkew':
      return undefined;
    case 'drip':
    case 'oversize':
      return request.method === 'GET' ? undefined : replaceAnswer(action, undefined, context);
    default:
      return replaceAnswer(action, undefined, context);
  }
}

const staleEtag = '"00000000-0000-0200-0000-000000000000"';

/** Carries the request out: once, twice, behind somebody else, or by another clock. */
async function carryOut(rules: FaultRule[], context: StrikeContext): Promise<Answer> {
  const { core, request } = context;
  const find = (type: FaultAction['type']) => rules.find((rule) => rule.action.type === type)?.action;
  if (find('listPartial')?.mode === 'ignoreFilter') ignoreFilters(request);
  const skewMs = find('clockSkew')?.ms;
  const disguise: Disguise = skewMs === undefined ? {} : { skewMs };
  if (find('duplicateDeliver')) {
    const first = await context.perform(disguise);
    await context.perform(disguise);
    return first;
  }
  const conflict = request.method === 'GET' ? undefined : find('conflict');
  if (conflict) {
    const isChange = request.method !== 'POST';
    if (conflict.mode === 'foreign' && isChange) foreignTouch(core, request);
    else await context.perform(conflict.mode === 'foreign' ? { client: foreignClient } : disguise);
    const answer = await context.perform(disguise);
    if (answer.status >= 400) return answer;
    return context.errorShape(409, '1100', 'The object exists already.');
  }
  return context.perform(disguise);
}

/** `undefined` when the rule has nothing to do with the answer. */
async function strikeAfter(
  { action, phase }: FaultRule,
  answer: Answer,
  context: StrikeContext,
): Promise<Outcome | undefined> {
  const { core, request, signal } = context;
  switch (action.type) {
    case 'listPartial':
      return { answer: makePartial(answer, action, request, core.pageSize) };
    case 'invisible':
      return action.mode === 'dependants' ? { answer } : { answer: hideRecent(answer, action, context) };
    case 'clockSkew': {
      const date = new Date(core.realNowMs() + (action.ms ?? 0)).toUTCString();
      return { answer: { ...answer, headers: { ...answer.headers, date } } };
    }
    case 'drip':
    case 'oversize':
      return replaceAnswer(action, answer, context);
    case 'conflict':
    case 'duplicateDeliver':
      return { answer };
  }
  if (phase !== 'after') return undefined;
  switch (action.type) {
    case 'delay':
      await pause(action.ms ?? 1000, signal);
      return { answer };
    case 'barrier':
      return (await context.barriers.hold(action.name ?? '', signal)) === 'drop'
        ? { cut: resetAtOnce }
        : { answer };
    case 'tokenRevoke':
    case 'tokenExpire':
      revokeBearer(core, request.headers);
      return { answer };
    case 'permissionDrop':
      dropPermissions(core, request.headers, action.permissions);
      return { answer };
    case 'etagStale':
    case 'lateExecute':
      return { answer };
    default:
      return replaceAnswer(action, answer, context);
  }
}

function bearer(headers: Record<string, string>): string | undefined {
  return /^bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];
}

function revokeBearer(core: Core, headers: Record<string, string>): void {
  const token = bearer(headers);
  if (token !== undefined) delete core.world.ims.accessTokens[tokenKey(token)];
}

function dropPermissions(core: Core, headers: Record<string, string>, dropped: string[] | undefined): void {
  const token = bearer(headers);
  const clientId = token && core.world.ims.accessTokens[tokenKey(token)]?.clientId;
  const credential = clientId ? findCredential(core.world, clientId)?.credential : undefined;
  if (!credential) return;
  const had = credential.permissions ?? [...allPermissions];
  credential.permissions = dropped === undefined ? [] : had.filter((name) => !dropped.includes(name));
}
