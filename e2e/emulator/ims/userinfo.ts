import type { Core } from '../core';
import { type Answer, jsonAnswer } from '../http/answer';
import { findAccessToken } from './access-tokens';
import { bearerToken, type ImsRequest, imsError } from './ims-request';
import { personClaims } from './user-tokens';

/** `GET /ims/userinfo/v2`: the person behind a user's access token. */
export function userInfo(core: Core, request: ImsRequest): Answer {
  const token = bearerToken(request);
  const access = token === undefined ? undefined : findAccessToken(core, token);
  const person = core.world.ims.people.find((candidate) => candidate.sub === access?.sub);
  if (!access || !person)
    return imsError(401, 'invalid_token', 'the access token is missing, expired or revoked');
  return jsonAnswer(
    200,
    {
      sub: person.sub,
      account_type: 'ent',
      address: { country: 'US' },
      ...personClaims(person, access.scopes),
    },
    { 'cache-control': 'no-store' },
  );
}
