import { respondWithProblem } from '@/server/api/api-route';
import { toOwnProblem } from '@/server/api/problem';

/** Whatever is no route of the HTTP API. */
export function GET(): Response {
  return respondWithProblem(toOwnProblem('no-such-route'));
}

export { GET as DELETE, GET as PATCH, GET as POST, GET as PUT };
