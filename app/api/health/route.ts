import { isDatabaseAnswering } from '@/server/db/health';

export const dynamic = 'force-dynamic';

/** Whether this instance can serve: no version, no detail, nothing to learn for a stranger. */
export async function GET(): Promise<Response> {
  const healthy = await isDatabaseAnswering();
  return Response.json(
    { status: healthy ? 'ok' : 'unavailable' },
    { status: healthy ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}
