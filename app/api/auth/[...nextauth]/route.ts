import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { getAuthOptions } from '@/server/auth/auth-options';
import { toSignInError } from '@/server/auth/sign-in-error';

type Context = { params: Promise<{ nextauth: string[] }> };

// What our sign-in page needs of the library, and no more: its own sign-out would leave our session alive, and its
// session endpoint would answer for one that has ended.
const reachable = {
  GET: ['csrf', 'providers', 'signin', 'signin/ims', 'callback/ims', 'error'],
  POST: ['signin/ims'],
};

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const path = (await context.params).nextauth.join('/');
  const allowed = request.method === 'POST' ? reachable.POST : reachable.GET;
  if (!allowed.includes(path)) return new Response(null, { status: 404 });
  // The library repeats this parameter as it is, and takes a person's refusal at Adobe for a broken answer.
  const error = request.nextUrl.searchParams.get('error');
  if (error !== null && (path === 'callback/ims' || path === 'error')) {
    return new Response(null, {
      status: 302,
      headers: { location: `/sign-in?error=${toSignInError(error)}` },
    });
  }
  return await NextAuth(request, context, getAuthOptions());
}

export { handle as GET, handle as POST };
