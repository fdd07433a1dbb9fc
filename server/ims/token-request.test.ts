import { describe, expect, it } from 'vitest';
import { type ImsContext, refreshUserToken, requestUserInfo, revokeToken } from './token-request';

function setUp(reply: () => Response) {
  const sent: { url: string; headers: Headers; body: string | undefined }[] = [];
  const ims: ImsContext = {
    imsBaseUrl: 'https://ims.example.com/prefix',
    clientId: 'client',
    clientSecret: 'secret',
    now: Date.now,
    timeScale: 1,
    fetch: async (url, init) => {
      const body = init?.body;
      sent.push({
        url: String(url),
        headers: new Headers(init?.headers),
        body: typeof body === 'string' ? body : undefined,
      });
      return reply();
    },
  };
  return { ims, sent };
}

describe('calls of IMS', () => {
  it('trades a refresh token with the client’s own credential in the header', async () => {
    const { ims, sent } = setUp(() =>
      Response.json({ access_token: 'a2', refresh_token: 'r2', id_token: 'i2', expires_in: 86_399 }),
    );
    expect(await refreshUserToken(ims, 'r1')).toEqual({
      accessToken: 'a2',
      refreshToken: 'r2',
      idToken: 'i2',
      lifetimeMs: 86_399_000,
    });
    expect(
      sent.map(({ url, headers, body }) => ({ url, body, authorization: headers.get('authorization') })),
    ).toEqual([
      {
        url: 'https://ims.example.com/prefix/ims/token/v3',
        body: 'grant_type=refresh_token&refresh_token=r1',
        authorization: 'Basic Y2xpZW50OnNlY3JldA==',
      },
    ]);
  });

  it('accepts the empty answer of a revocation', async () => {
    const { ims, sent } = setUp(() => new Response(null, { status: 200 }));
    await revokeToken(ims, 'r1');
    expect(sent[0]).toMatchObject({ url: 'https://ims.example.com/prefix/ims/revoke', body: 'token=r1' });
  });

  it.each([true, 'true'])('reads a verified address written as %j', async (email_verified) => {
    const { ims, sent } = setUp(() =>
      Response.json({
        sub: 'B0DC@c62f',
        account_type: 'ent',
        email_verified,
        given_name: 'Ana',
        family_name: 'Alvarez',
        email: 'ana@example.com',
      }),
    );
    expect(await requestUserInfo(ims, 'a1')).toEqual({
      subject: 'B0DC@c62f',
      name: 'Ana Alvarez',
      email: 'ana@example.com',
      emailVerified: true,
      accountType: 'ent',
    });
    expect(sent[0]?.url).toBe('https://ims.example.com/prefix/ims/userinfo/v2?client_id=client');
  });
});
