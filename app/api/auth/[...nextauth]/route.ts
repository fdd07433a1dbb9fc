import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { getAuthOptions } from '@/server/auth/auth-options';

type Context = { params: Promise<{ nextauth: string[] }> };

// What our sign-in page needs of the library, and no more: its own sign-out would leave our session alive, and its
// session endpoint would answer for one that has ended.
const reachable = {
  GET: ['csrf', 'providers', 'signin', 'signin/ims', 'callback/ims', 'error'],
  POST: ['signin/ims'],
};

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params;
  const allowed = request.method === 'POST' ? reachable.POST : reachable.GET;
  if (!allowed.includes(nextauth.join('/'))) return new Response(null, { status: 404 });
  return await NextAuth(request, context, getAuthOptions());
}

export { handle as GET, handle as POST };
