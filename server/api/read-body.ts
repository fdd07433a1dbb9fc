import { ApiRefusal } from './problem';

const mostBytes = 1_048_576;

/** The JSON of a request. Throws `ApiRefusal` for another type, for more than 1 MB and for what is no JSON. */
export async function readBody(request: Request): Promise<unknown> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') throw new ApiRefusal('not-json');
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) throw new ApiRefusal('body-too-large');
  const text = new TextDecoder('utf-8', { fatal: true });
  const reader = request.body?.getReader();
  let read = '';
  let bytes = 0;
  try {
    // A sent length may be wrong or missing: only what arrives counts.
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      bytes += part.value.byteLength;
      if (bytes > mostBytes) {
        await reader?.cancel();
        throw new ApiRefusal('body-too-large');
      }
      read += text.decode(part.value, { stream: true });
    }
    return JSON.parse(read + text.decode());
  } catch (error) {
    if (error instanceof ApiRefusal) throw error;
    throw new ApiRefusal('body-unreadable');
  }
}
