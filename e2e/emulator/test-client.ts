import { createEmulator, type Emulator, type EmulatorOptions } from './emulator';
import { demoOrganisation } from './seed-world';

export type TestReply = {
  status: number;
  headers: Headers;
  text: string;
  body: unknown;
};

export type TestCall = {
  method?: string;
  body?: unknown;
  headers?: Record<string, string | undefined> | undefined;
  sandbox?: string;
};

export type TestClient = {
  url: string;
  emulator: Emulator;
  /** Calls a path below `/data` with all platform headers; `headers` overrides, `undefined` removes one. */
  call: (path: string, call?: TestCall) => Promise<TestReply>;
  /** Any request to the emulator's origin, without added headers. */
  raw: (path: string, init?: RequestInit) => Promise<TestReply>;
  close: () => Promise<void>;
};

export const flowService = '/data/foundation/flowservice';

/** A moment in the future of no test: emulator tests that fix the clock fix it here. */
export const testNowMs = Date.UTC(2027, 0, 12, 9, 30);

async function readReply(response: Response): Promise<TestReply> {
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') === true && text !== '';
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson ? JSON.parse(text) : undefined,
  };
}

/** Starts an emulator on a free port with a fixed clock and a token of the demo organisation. */
export async function startTestClient(options: EmulatorOptions = {}): Promise<TestClient> {
  const emulator = createEmulator({ nowMs: () => testNowMs, quiet: true, ...options });
  const { url } = await emulator.listen(0);
  const raw = async (path: string, init?: RequestInit) =>
    readReply(await fetch(url + path, { redirect: 'manual', ...init }));
  let token: string | undefined;

  return {
    url,
    emulator,
    raw,
    async call(path, { method, body, headers = {}, sandbox = 'prod' } = {}) {
      token ??= await requestTestToken(url);
      const merged: Record<string, string | undefined> = {
        authorization: `Bearer ${token}`,
        'x-api-key': demoOrganisation.clientId,
        'x-gw-ims-org-id': demoOrganisation.orgId,
        'x-sandbox-name': sandbox,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      };
      const sent: Record<string, string> = {};
      for (const [name, value] of Object.entries(merged)) if (value !== undefined) sent[name] = value;
      return raw(path, {
        method: method ?? (body === undefined ? 'GET' : 'POST'),
        headers: sent,
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
    },
    close: () => emulator.close(),
  };
}

/** A server-to-server access token; by default the demo organisation's. */
export async function requestTestToken(
  url: string,
  clientId = demoOrganisation.clientId,
  clientSecret = demoOrganisation.clientSecret,
): Promise<string> {
  const response = await fetch(`${url}/ims/token/v3`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
      scope: 'openid,session,AdobeID,read_organizations,additional_info.projectedProductContext',
    }),
  });
  const body: unknown = await response.json();
  return (body as { access_token: string }).access_token;
}

/** The value at a dotted path of a reply's body; list positions are numbers. */
export function at(reply: TestReply | unknown, path: string): unknown {
  let value: unknown = reply;
  for (const part of path.split('.')) {
    value =
      value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[part] : undefined;
  }
  return value;
}

/** The platform's error code of a reply, whatever its shape: `FLOW-1439-404`, `403010`, `invalid_scope`. */
export function errorCode(reply: TestReply): string | undefined {
  for (const path of ['body.type', 'body.error_code', 'body.error']) {
    const value = at(reply, path);
    if (typeof value === 'string') return value.split('/').at(-1);
  }
  return undefined;
}
