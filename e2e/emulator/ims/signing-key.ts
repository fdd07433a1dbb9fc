import { exportJWK, generateKeyPair, type JWK } from 'jose';

type SigningKey = { privateKey: CryptoKey; publicJwk: JWK; kid: string };

let shared: Promise<SigningKey> | undefined;

/** The RS256 key of this process, made at first use and shared by every emulator in it. */
export function signingKey(): Promise<SigningKey> {
  shared ??= createSigningKey();
  return shared;
}

async function createSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { modulusLength: 2048 });
  const kid = 'ims_na1-key-1';
  const publicJwk = { ...(await exportJWK(publicKey)), alg: 'RS256', use: 'sig', kid };
  return { privateKey, publicJwk, kid };
}
