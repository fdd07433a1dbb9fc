import type { Core } from '../core';
import type { Answer } from '../http/answer';
import { authorize } from './authorize';
import { discoveryDocument, keySet } from './discovery';
import type { ImsRequest } from './ims-request';
import { logOut, logOutToken } from './logout';
import { revokeToken } from './revoke';
import { requestToken } from './token';
import { invalidateToken, listOrganizations, validateToken } from './token-checks';
import { userInfo } from './userinfo';

export type ImsRoute = {
  op: string;
  path: string;
  methods: string[];
  handle: (core: Core, request: ImsRequest) => Answer | Promise<Answer>;
};

/** Every IMS endpoint; `op` names it for the journal and for fault rules. */
export const imsRoutes: ImsRoute[] = [
  {
    op: 'ims.discovery',
    path: '/ims/.well-known/openid-configuration',
    methods: ['GET'],
    handle: (_core, request) => discoveryDocument(request),
  },
  { op: 'ims.keys', path: '/ims/keys', methods: ['GET'], handle: keySet },
  { op: 'ims.authorize', path: '/ims/authorize/v2', methods: ['GET', 'POST'], handle: authorize },
  { op: 'ims.token', path: '/ims/token/v3', methods: ['POST'], handle: requestToken },
  { op: 'ims.token', path: '/ims/token/v2', methods: ['POST'], handle: requestToken },
  // The first version of both, which a public client still calls.
  { op: 'ims.token', path: '/ims/token/v1', methods: ['POST'], handle: requestToken },
  { op: 'ims.authorize', path: '/ims/authorize/v1', methods: ['GET', 'POST'], handle: authorize },
  { op: 'ims.validateToken', path: '/ims/validate_token/v1', methods: ['POST'], handle: validateToken },
  { op: 'ims.invalidateToken', path: '/ims/invalidate_token/v2', methods: ['POST'], handle: invalidateToken },
  { op: 'ims.organizations', path: '/ims/organizations/v6', methods: ['GET'], handle: listOrganizations },
  { op: 'ims.userinfo', path: '/ims/userinfo/v2', methods: ['GET', 'POST'], handle: userInfo },
  { op: 'ims.revoke', path: '/ims/revoke', methods: ['POST'], handle: revokeToken },
  { op: 'ims.logout', path: '/ims/logout/v1', methods: ['GET', 'POST'], handle: logOut },
  { op: 'ims.logoutToken', path: '/ims/logout/v1/token', methods: ['GET', 'POST'], handle: logOutToken },
];
