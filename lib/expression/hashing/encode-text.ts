const question = 63;

/** Charsets the hash functions of the platform name. */
export const charsets = ['UTF-8', 'UTF-16', 'ISO-8859-1', 'US-ASCII'] as const;

export type Charset = (typeof charsets)[number];

/**
 * Bytes of a text as Java makes them: UTF-16 is big-endian with a byte order mark, and what a charset cannot write,
 * such as half of a surrogate pair, becomes a question mark.
 */
export function encodeText(text: string, charset: Charset): Uint8Array {
  const clean = text.replace(/\p{Cs}/gu, '?');
  switch (charset) {
    case 'UTF-8':
      return new TextEncoder().encode(clean);
    case 'UTF-16': {
      const view = new DataView(new ArrayBuffer(2 + clean.length * 2));
      view.setUint16(0, 0xfeff);
      for (let at = 0; at < clean.length; at += 1) view.setUint16(2 + at * 2, clean.charCodeAt(at));
      return new Uint8Array(view.buffer);
    }
    case 'ISO-8859-1':
      return singleBytes(clean, 0xff);
    case 'US-ASCII':
      return singleBytes(clean, 0x7f);
  }
}

function singleBytes(text: string, highest: number): Uint8Array {
  return Uint8Array.from(text, (char) => {
    const code = char.codePointAt(0) ?? question;
    return code > highest ? question : code;
  });
}
