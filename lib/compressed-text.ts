const chunkBytes = 32_768;

/** A text as gzip in base64. The compression itself runs outside the calling thread. */
export async function compressText(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    binary += String.fromCharCode(...bytes.subarray(at, at + chunkBytes));
  }
  return btoa(binary);
}

/** Reverses `compressText`; undefined when the input is no such text or holds more than `maxBytes` bytes. */
export async function expandText(compressed: string, maxBytes: number): Promise<string | undefined> {
  try {
    const bytes = Uint8Array.from(atob(compressed), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const reader = stream.getReader();
    let text = '';
    let length = 0;
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      length += read.value.length;
      // A few kilobytes can stand for gigabytes.
      if (length > maxBytes) {
        await reader.cancel();
        return undefined;
      }
      text += decoder.decode(read.value, { stream: true });
    }
    return text + decoder.decode();
  } catch (error) {
    // What the decoders throw for malformed input.
    if (error instanceof TypeError || error instanceof DOMException || isZlibError(error)) return undefined;
    throw error;
  }
}

// Node's streams throw zlib's own errors where browsers throw a TypeError.
function isZlibError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
