import { UnreadableReply } from './unreadable-reply';

/** The body as text, streamed and given up after `maximumBytes` of decoded content. Invalid UTF-8 is refused. */
export async function readLimited(response: Response, maximumBytes: number): Promise<string> {
  if (!response.body) return '';
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > maximumBytes) {
      // Not awaited: an upstream that never ends must not hold us here either.
      reader.cancel().catch(() => undefined);
      throw new UnreadableReply('too-large', `The answer is larger than ${maximumBytes} bytes.`);
    }
    chunks.push(value);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new UnreadableReply('not-json', 'The answer is not UTF-8.');
  }
}
