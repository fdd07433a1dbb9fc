import type { AppError } from './app-error';
import { describeUnexpected } from './describe-unexpected';

/** What a screen says about a failure: what happened, what it means, what to do. */
export type AppErrorWords = {
  title: string;
  body: string;
  /** What the person can do, as a sentence. */
  remedy: string;
  /** For support: the platform's request id or our incident id. */
  reference?: string;
};

/** Every failure in plain words. A new kind does not compile until it has its own. */
export function describeAppError(error: AppError): AppErrorWords {
  switch (error.kind) {
    case 'invalid-input': {
      const messages = Object.values(error.fieldErrors);
      return {
        title: 'Some entries need a change',
        body: messages.join(' ') || 'An entry was refused.',
        remedy: 'Change the marked entries, then try again.',
      };
    }
    case 'signed-out':
      return {
        title: 'You are signed out',
        body: 'Your session has ended. Your draft is saved up to your last change.',
        remedy: 'Sign in again to go on at the same place.',
      };
    case 'not-allowed':
      return withReference(error.requestId, {
        title: 'You do not have permission for this',
        body:
          error.permission === undefined
            ? 'Your role, or the credential this app uses, does not include this.'
            : `Missing permission: ${error.permission}.`,
        remedy:
          'Ask an owner of this workspace, or an administrator of your Adobe organisation, to grant it.',
      });
    case 'not-found':
      return {
        title: `${capitalise(error.what)} was not found`,
        body: 'It was removed, or it belongs to another sandbox.',
        remedy: 'Check the sandbox at the top of the page, or choose again from the list.',
      };
    case 'stale':
      return {
        title: `${capitalise(error.what)} was changed by someone else`,
        body: 'Nothing of yours was saved over their change.',
        remedy: 'Reload to see the newest version, then make your change again.',
      };
    case 'rate-limited':
      return withReference(error.requestId, {
        title: 'Too many requests at the moment',
        body: `Adobe asks to wait ${waitInWords(error.retryAfterSeconds)}.`,
        remedy: 'Wait, then try again. Nothing was changed.',
      });
    case 'platform-rejected':
      return withReference(error.requestId, {
        title: `Adobe refused this: ${error.title}`,
        body: [error.detail, error.code === undefined ? undefined : `Adobe’s code is ${error.code}.`]
          .filter((sentence) => sentence !== undefined)
          .join(' '),
        remedy: 'Change what the reason names, then try again. Repeating the same request will not help.',
      });
    case 'platform-unavailable':
      return withReference(error.requestId, {
        title: unavailableTitles[error.cause],
        body: 'Nothing was changed.',
        remedy: 'Try again in a minute. If it continues, look at status.adobe.com.',
      });
    case 'outcome-unknown':
      return withReference(error.requestId, {
        title: `We do not know yet whether ${error.what} was created`,
        body: 'The request was sent, but no answer arrived. It may have been carried out.',
        remedy: 'Check before you try again, so that it does not exist twice.',
      });
    case 'source-refused':
      return describeSourceRefusal(error);
    case 'unexpected':
      return describeUnexpected(error.incidentId);
    default:
      return neverKind(error);
  }
}

type SourceRefusal = Extract<AppError, { kind: 'source-refused' }>;

const unavailableTitles = {
  timeout: 'Adobe did not answer in time',
  unreachable: 'Adobe could not be reached',
  error: 'Adobe had a fault of its own',
} as const;

function describeSourceRefusal({ reason, detail }: SourceRefusal): AppErrorWords {
  const because = detail === undefined ? '' : ` ${detail}`;
  switch (reason) {
    case 'key-invalid':
      return {
        title: 'The source does not know this credential',
        body: `It was refused when we tried it.${because}`,
        remedy: 'Copy it again from where it is shown, and check that it belongs to the right environment.',
      };
    case 'key-expired':
      return {
        title: 'This credential has expired',
        body: `The source no longer accepts it.${because}`,
        remedy: 'Create a new one in the source and replace it here. Your dataflows stay as they are.',
      };
    case 'permission-missing':
      return {
        title: 'This credential may not read that data',
        body: `The source accepted it, but refused the request.${because}`,
        remedy: 'Add the read permission in the source, or choose other data.',
      };
    case 'host-unreachable':
      return {
        title: 'The host does not answer',
        body: `Adobe could not reach it.${because}`,
        remedy: 'Check the spelling of the host, and that it is reachable from the internet.',
      };
    default:
      return neverKind(reason);
  }
}

function withReference(requestId: string | undefined, words: AppErrorWords): AppErrorWords {
  return requestId === undefined ? words : { ...words, reference: requestId };
}

function waitInWords(seconds: number): string {
  const rounded = Math.max(1, Math.ceil(seconds));
  if (rounded === 1) return '1 second';
  if (rounded < 120) return `${rounded} seconds`;
  return `${Math.ceil(rounded / 60)} minutes`;
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function neverKind(kind: never): never {
  throw new TypeError(`No words for ${JSON.stringify(kind)}`);
}
