/**
 * The fields of a form body, sent as `application/x-www-form-urlencoded` or, as a public client does, as
 * `multipart/form-data`. Empty for every other media type; parts that are files are left out.
 */
export function readForm(contentType: string | undefined, bytes: Buffer | undefined): URLSearchParams {
  if (contentType === undefined || bytes === undefined || bytes.length === 0) return new URLSearchParams();
  if (/^application\/x-www-form-urlencoded\b/i.test(contentType)) {
    return new URLSearchParams(bytes.toString('utf8'));
  }
  const boundary = /^multipart\/form-data\s*;.*\bboundary=(?:"([^"]+)"|([^\s;]+))/i.exec(contentType);
  const name = boundary?.[1] ?? boundary?.[2];
  return name === undefined ? new URLSearchParams() : readParts(bytes.toString('utf8'), name);
}

const mostParts = 100;

function readParts(text: string, boundary: string): URLSearchParams {
  const form = new URLSearchParams();
  const parts = text.split(`--${boundary}`, mostParts + 1);
  for (const part of parts.slice(1)) {
    if (part.startsWith('--')) break;
    const end = part.indexOf('\r\n\r\n');
    const head = part.slice(0, Math.max(0, end));
    const name = /^content-disposition: *form-data *;.*\bname="([^"]*)"/im.exec(head)?.[1];
    if (end < 0 || name === undefined || /\bfilename=/i.test(head)) continue;
    form.append(name, part.slice(end + 4).replace(/\r\n$/, ''));
  }
  return form;
}
