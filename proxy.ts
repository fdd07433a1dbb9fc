import { type NextRequest, NextResponse } from 'next/server';
import { createSecurityPolicy } from './server/auth/security-policy';
import { getEnv } from './server/env';
import { nonceHeader, requestPathHeader, signedOutCookie } from './server/request-headers';

const pageMethods = ['GET', 'HEAD', 'POST'];
const apiMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const largestBodyBytes = 1_048_576;

/**
 * Puts the security headers on every answer. It guards nothing: each page, action and handler checks the session
 * itself, because path guards in front of a framework have been bypassed often.
 */
export function proxy(request: NextRequest): NextResponse {
  const env = getEnv();
  const { pathname, search } = request.nextUrl;
  const isApi = pathname.startsWith('/api/');
  const nonce = btoa(crypto.randomUUID());
  const policy = createSecurityPolicy({
    nonce,
    signInOrigin: new URL(env.imsBaseUrl).origin,
    development: env.development,
  });

  const response = refuse(request, isApi) ?? forward();
  const { headers } = response;
  headers.set('content-security-policy', policy);
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'same-origin');
  headers.set('cross-origin-opener-policy', 'same-origin');
  headers.set('cross-origin-resource-policy', 'same-origin');
  headers.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()');
  headers.set('cache-control', 'no-store');
  if (env.appUrl.startsWith('https:')) {
    headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');
  }
  if (pathname === '/sign-in' && request.cookies.has(signedOutCookie)) {
    headers.set('clear-site-data', '"cache", "storage"');
    response.cookies.set(signedOutCookie, '', { path: '/sign-in', maxAge: 0 });
  }
  return response;

  function forward(): NextResponse {
    const forwarded = new Headers(request.headers);
    // Set, not added: a client that sends these must not choose the nonce or the path.
    forwarded.set(nonceHeader, nonce);
    forwarded.set(requestPathHeader, `${pathname}${search}`);
    forwarded.set('content-security-policy', policy);
    return NextResponse.next({ request: { headers: forwarded } });
  }
}

function refuse(request: NextRequest, isApi: boolean): NextResponse | undefined {
  const methods = isApi ? apiMethods : pageMethods;
  if (!methods.includes(request.method)) {
    return new NextResponse(null, { status: 405, headers: { allow: methods.join(', ') } });
  }
  if (Number(request.headers.get('content-length') ?? 0) > largestBodyBytes) {
    return new NextResponse(null, { status: 413 });
  }
  // The image optimiser is not used; its endpoint has been a way to make servers fetch addresses.
  if (request.nextUrl.pathname.startsWith('/_next/image')) return new NextResponse(null, { status: 404 });
  return undefined;
}

export const config = {
  matcher: ['/((?!_next/static/|favicon\\.ico$|icon\\.svg$|\\.well-known/workflow/).*)'],
};
