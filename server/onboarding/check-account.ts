import type { BaseConnectionId } from '@/lib/ids';
import type { SourceDefinition } from '@/lib/sources/source-definition';
import type { ConnectCheck } from '@/lib/wizard/connect-check';
import { limitCalls } from '@/server/limit-calls';
import { exploreSource } from '@/server/platform/flow-service/explore';
import { readSourceRefusal, type SourceRefusal } from '@/server/platform/flow-service/source-refusal';
import type { PlatformContext } from '@/server/platform/platform-context';
import { PlatformError } from '@/server/platform/platform-error';

type PathResult = { path: string } & (
  | { kind: 'readable' }
  | { kind: 'refused'; refusal: SourceRefusal }
  | { kind: 'unanswered' }
);

/**
 * Tries an account on every resource path: the platform accepts a wrong credential without a word, so only reading
 * tells. Throws a `PlatformError` when the platform itself refuses us.
 */
export async function checkAccount(
  platform: PlatformContext,
  source: SourceDefinition,
  account: {
    baseConnectionId: BaseConnectionId;
    mode: 'test' | 'live' | undefined;
    expiresOn: string | undefined;
  },
  nowMs: number,
): Promise<ConnectCheck[]> {
  const limited = limitCalls(4);
  const results = await Promise.all(
    source.resourcePaths.map(({ path }) =>
      limited(() => readPath(platform, source, account.baseConnectionId, path)),
    ),
  );
  const refusals = results.flatMap((result) => (result.kind === 'refused' ? [result.refusal] : []));
  return [
    reachable(source, results, refusals),
    credential(source, results, refusals),
    ...mode(account.mode),
    ...expiry(source, account.expiresOn, nowMs),
    ...results.map((result) => readable(source, result)),
  ];
}

async function readPath(
  platform: PlatformContext,
  source: SourceDefinition,
  baseConnectionId: BaseConnectionId,
  path: string,
): Promise<PathResult> {
  try {
    await exploreSource(platform, {
      baseConnectionId,
      sourceParams: source.sourceParams(path),
      preview: false,
    });
    return { path, kind: 'readable' };
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const refusal = readSourceRefusal(error);
    if (refusal) return { path, kind: 'refused', refusal };
    if (error.kind === 'forbidden' || error.kind === 'unauthorized' || error.kind === 'rate-limited')
      throw error;
    return { path, kind: 'unanswered' };
  }
}

function reachable(
  source: SourceDefinition,
  results: readonly PathResult[],
  refusals: readonly SourceRefusal[],
): ConnectCheck {
  const base = { id: 'reachable', title: `${source.title} reachable` };
  if (refusals.some((refusal) => refusal.reason === 'host-unreachable')) {
    return {
      ...base,
      outcome: 'refused',
      sentence: 'The platform cannot reach this host.',
      action: 'Check the host for typing errors and try again.',
    };
  }
  if (results.every((result) => result.kind === 'unanswered')) {
    return {
      ...base,
      outcome: 'unknown',
      sentence: `${source.title} gave no answer that can be used.`,
      action: 'Try again in a minute.',
    };
  }
  return { ...base, outcome: 'ok', sentence: `${source.title} answers.` };
}

function credential(
  source: SourceDefinition,
  results: readonly PathResult[],
  refusals: readonly SourceRefusal[],
): ConnectCheck {
  const base = { id: 'credential', title: 'Credential valid' };
  if (refusals.some((refusal) => refusal.reason === 'key-expired')) {
    return {
      ...base,
      outcome: 'refused',
      sentence: `${source.title} says that this credential has expired.`,
      action: 'Create a new one there and paste it here.',
    };
  }
  if (refusals.some((refusal) => refusal.reason === 'key-invalid')) {
    return {
      ...base,
      outcome: 'refused',
      sentence: `${source.title} does not know this credential.`,
      action: 'Copy the whole value again; it may have been revoked.',
    };
  }
  if (results.some((result) => result.kind === 'readable') || refusals.length > 0) {
    return { ...base, outcome: 'ok', sentence: `${source.title} accepts it.` };
  }
  return {
    ...base,
    outcome: 'unknown',
    sentence: 'It could not be tried yet.',
    action: 'Try again in a minute.',
  };
}

function mode(value: 'test' | 'live' | undefined): ConnectCheck[] {
  if (!value) return [];
  return [
    value === 'test'
      ? { id: 'mode', title: 'Test data', outcome: 'advice', sentence: 'This key reads test data only.' }
      : { id: 'mode', title: 'Live data', outcome: 'ok', sentence: 'This key reads live data.' },
  ];
}

function expiry(source: SourceDefinition, expiresOn: string | undefined, nowMs: number): ConnectCheck[] {
  if (source.credentialMaxAgeDays === undefined) return [];
  const base = { id: 'expiry', title: 'Expiry known' };
  if (!expiresOn) {
    return [
      {
        ...base,
        outcome: 'advice',
        sentence: `Tokens of ${source.title} end after a year at most, and nobody tells you when.`,
        action: 'Enter the expiry date to be warned 30, 7 and 1 days before.',
      },
    ];
  }
  const days = Math.ceil((Date.parse(`${expiresOn}T00:00:00Z`) - nowMs) / 86_400_000);
  if (days < 0) {
    return [
      {
        ...base,
        outcome: 'refused',
        sentence: 'This date has passed.',
        action: 'Enter the date of the present token.',
      },
    ];
  }
  return [{ ...base, outcome: 'ok', sentence: `You will be warned 30, 7 and 1 days before ${expiresOn}.` }];
}

function readable(source: SourceDefinition, result: PathResult): ConnectCheck {
  const resource = source.resourcePaths.find((candidate) => candidate.path === result.path);
  const title = resource?.title ?? result.path;
  const base = { id: `path:${result.path}`, title };
  switch (result.kind) {
    case 'readable':
      return { ...base, outcome: 'ok', sentence: 'Readable.' };
    case 'unanswered':
      return { ...base, outcome: 'unknown', sentence: 'No answer yet.', action: 'Try again in a minute.' };
    case 'refused':
      return result.refusal.reason === 'permission-missing'
        ? {
            ...base,
            outcome: 'advice',
            sentence: `Not readable with this credential: it lacks “${resource?.permission ?? 'read'}”.`,
            action: `Add “${resource?.permission ?? 'read'}” in ${source.title}, or leave this data out.`,
          }
        : { ...base, outcome: 'refused', sentence: 'Not readable with this credential.' };
  }
}
