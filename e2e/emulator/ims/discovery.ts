import { type Answer, jsonAnswer } from '../http/answer';
import type { ImsRequest } from './ims-request';
import { signingKey } from './signing-key';

/** The OpenID discovery document. As documented it has no `end_session_endpoint`. */
export function discoveryDocument(request: ImsRequest): Answer {
  const { origin } = request;
  return jsonAnswer(200, {
    issuer: origin,
    authorization_endpoint: `${origin}/ims/authorize/v2`,
    token_endpoint: `${origin}/ims/token/v3`,
    userinfo_endpoint: `${origin}/ims/userinfo/v2`,
    revocation_endpoint: `${origin}/ims/revoke`,
    jwks_uri: `${origin}/ims/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'email', 'profile', 'offline_access', 'AdobeID'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    claims_supported: ['sub', 'given_name', 'family_name', 'name', 'email', 'email_verified', 'address'],
    grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
    code_challenge_methods_supported: ['S256', 'plain'],
  });
}

/** The public keys id tokens are signed with. */
export async function keySet(): Promise<Answer> {
  const key = await signingKey();
  return jsonAnswer(200, { keys: [key.publicJwk] });
}
