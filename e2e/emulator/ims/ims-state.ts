import type { Table } from '../contract';

export type Person = { sub: string; email: string; givenName: string; familyName: string; role: string };

/** A client that signs people in. Redirects to loopback addresses are always allowed, as this is a local emulator. */
export type SignInClient = {
  clientId: string;
  clientSecret: string;
  redirectUris: string[];
  scopes: string[];
};

export type AuthorizationCode = {
  clientId: string;
  redirectUri: string;
  sub: string;
  scopes: string[];
  nonce?: string;
  challenge?: { method: 'S256' | 'plain'; value: string };
  authTimeMs: number;
  expiresAtMs: number;
  /** Set at the exchange: a second exchange revokes these. */
  usedForGrant?: string;
};

/** Kept by the hash of the token, so that neither state nor data file holds a usable token. */
export type AccessToken = {
  kind: 'service' | 'user';
  clientId: string;
  sub: string;
  scopes: string[];
  /** All tokens from one authorization share it. */
  grant: string;
  issuedAtMs: number;
  expiresAtMs: number;
};

export type RefreshToken = {
  clientId: string;
  sub: string;
  scopes: string[];
  grant: string;
  authTimeMs: number;
  expiresAtMs: number;
  used: boolean;
};

export type ImsState = {
  people: Person[];
  signInClients: Table<SignInClient>;
  codes: Table<AuthorizationCode>;
  accessTokens: Table<AccessToken>;
  refreshTokens: Table<RefreshToken>;
  /** Single sign-on sessions by the hash of their cookie. */
  sessions: Table<{ sub: string; authTimeMs: number }>;
  accessTokenTtlMs: number;
};
