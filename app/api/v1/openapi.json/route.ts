import { describeApi } from '@/server/api/openapi';

/** The description of the HTTP API: the same for everybody, and nothing of anybody in it. */
export function GET(): Response {
  return Response.json(describeApi(), { headers: { 'cache-control': 'no-store' } });
}
