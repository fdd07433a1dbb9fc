import type { Answer } from '../http/answer';
import { jsonAnswer } from '../http/answer';

/** A request below `/ims`. `form` holds the fields of a form body, empty without one. */
export type ImsRequest = {
  method: string;
  /** The origin by which the client reached the emulator, for issuer and endpoints. */
  origin: string;
  query: URLSearchParams;
  form: URLSearchParams;
  headers: Record<string, string>;
};

/** An IMS error: `error` is one of RFC 6749's codes. */
export function imsError(status: number, error: string, description: string): Answer {
  return jsonAnswer(status, { error, error_description: description }, { 'cache-control': 'no-store' });
}

/** Client id and secret from HTTP Basic, the form or the query, in that order. */
export function clientCredentials(request: ImsRequest): { clientId?: string; clientSecret?: string } {
  const basic = /^basic +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (basic !== undefined) {
    const text = Buffer.from(basic, 'base64').toString('utf8');
    const colon = text.indexOf(':');
    if (colon < 0) return {};
    try {
      return {
        clientId: decodeURIComponent(text.slice(0, colon)),
        clientSecret: decodeURIComponent(text.slice(colon + 1)),
      };
    } catch {
      return {};
    }
  }
  const clientId = param(request, 'client_id');
  const clientSecret = param(request, 'client_secret');
  return {
    ...(clientId === undefined ? {} : { clientId }),
    ...(clientSecret === undefined ? {} : { clientSecret }),
  };
}

/** A parameter from the form or, as Adobe's own request collection sends it, from the query. */
export function param(request: ImsRequest, name: string): string | undefined {
  return request.form.get(name) ?? request.query.get(name) ?? undefined;
}

/** Scopes separated by commas or spaces, without repeats. */
export function splitScopes(text: string | undefined): string[] {
  return [...new Set((text ?? '').split(/[\s,]+/).filter((scope) => scope !== ''))];
}

/** The bearer token of the request, if any. */
export function bearerToken(request: ImsRequest): string | undefined {
  return /^bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
}
