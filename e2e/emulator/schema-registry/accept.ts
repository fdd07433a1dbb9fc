import type { ServiceRequest } from '@/e2e/emulator/contract';
import { codedError, problem } from './registry-errors';

/** How a resource is written out; read from the middle of the Accept header's media type. */
export type Variant = {
  /** Ids and titles only. */
  id: boolean;
  /** With every `allOf` and `$ref` resolved. */
  full: boolean;
  /** Without titles and descriptions. */
  notext: boolean;
  /** With the descriptors of the resource. */
  descriptors: boolean;
  /** With marks on deprecated fields. */
  deprecated: boolean;
};

/** Parts of the media type; `deprecated` is a spelling that public clients use. */
const known = new Set(['id', 'full', 'notext', 'desc', 'deprecatefield', 'deprecated']);

function readVariant(suffix: string): Variant | undefined {
  const parts = suffix.split('-').slice(1);
  if (parts.some((part) => !known.has(part)) || new Set(parts).size !== parts.length) return undefined;
  const has = (part: string): boolean => parts.includes(part);
  if (has('id') && parts.length > 1) return undefined;
  return {
    id: has('id'),
    full: has('full') || has('deprecatefield'),
    notext: has('notext'),
    descriptors: has('desc'),
    deprecated: has('deprecatefield') || has('deprecated'),
  };
}

type Parsed = { variant: Variant; version: number | undefined };

/** Several media types may be offered: the first one that the registry knows counts. */
function parseAccept(header: string): Parsed | undefined {
  for (const offer of header.split(',')) {
    const [media = '', ...parameters] = offer.split(';').map((part) => part.trim());
    const match = /^application\/vnd\.adobe\.(?:xed|xdm)((?:-[a-z]+)*)\+json$/i.exec(media);
    if (match === null) continue;
    const variant = readVariant((match[1] ?? '').toLowerCase());
    if (variant === undefined) continue;
    const version = parameters
      .map((part) => /^version=(\d{1,9})(?:\.\d{1,9})?$/.exec(part)?.[1])
      .find((found) => found !== undefined);
    return { variant, version: version === undefined ? undefined : Number(version) };
  }
  return undefined;
}

function parsedAccept(request: ServiceRequest): { header: string; parsed: Parsed } {
  const header = request.headers.accept ?? '';
  const parsed = parseAccept(header);
  if (parsed === undefined) {
    const shown = header === '' ? 'no Accept header was sent' : `Accept ${header} is not supported`;
    throw problem(406, `${shown}. Use application/vnd.adobe.{xed|xdm}+json or one of its variants`);
  }
  return { header, parsed };
}

/** The variant for a list. @throws 406 for an unknown Accept, `XDM-1006-400` when a version is given. */
export function listAccept(request: ServiceRequest): Variant {
  const { header, parsed } = parsedAccept(request);
  const { full, notext, descriptors, deprecated } = parsed.variant;
  if (parsed.version !== undefined || full || notext || descriptors || deprecated) {
    throw codedError(
      request,
      'XDM-1006-400',
      'Accept header invalid',
      `The supplied Accept header is not valid: ${header} - a list takes application/vnd.adobe.{xed|xdm}+json or -id+json without a version`,
    );
  }
  return parsed.variant;
}

/** The variant and major version for one resource. @throws 406, or `XDM-1007-400` without a version. */
export function lookupAccept(request: ServiceRequest): { variant: Variant; version: number } {
  const { header, parsed } = parsedAccept(request);
  if (parsed.version === undefined) {
    throw codedError(
      request,
      'XDM-1007-400',
      'Accept header invalid',
      `The supplied Accept header is not valid: ${header} - a lookup takes application/vnd.adobe.{xed|xdm}+json; version=1 (the version is missing)`,
    );
  }
  return { variant: parsed.variant, version: parsed.version };
}

/** How descriptors are listed: whole, as ids or as links, and with the paging of `v2` or grouped by type. */
export type DescriptorVariant = { form: 'full' | 'id' | 'link'; paged: boolean };

/** The form for a list of descriptors. @throws `XDM-1008-400` for anything that descriptors do not offer. */
export function descriptorListAccept(request: ServiceRequest): DescriptorVariant {
  const header = request.headers.accept ?? '';
  const match = /^application\/vnd\.adobe\.(?:xdm(-v2)?|xed(?=-id))(-id|-link)?\+json$/i.exec(header.trim());
  if (match === null) {
    throw codedError(
      request,
      'XDM-1008-400',
      'Accept header invalid',
      `The supplied Accept header is not valid: ${header} - descriptors are listed as application/vnd.adobe.xdm-id+json, without a version`,
    );
  }
  const form = match[2]?.toLowerCase() === '-id' ? 'id' : match[2] === undefined ? 'full' : 'link';
  return { form, paged: match[1] !== undefined };
}

/** Checks the Accept header of one descriptor: it may be missing. @throws `XDM-1009-400` when it has a version. */
export function descriptorLookupAccept(request: ServiceRequest): void {
  const header = request.headers.accept ?? '';
  const plain = /^(?:|\*\/\*|application\/json|application\/vnd\.adobe\.(?:xdm|xed)(?:-v2)?\+json)$/i.test(
    header.trim(),
  );
  if (plain || header.split(',').some((offer) => offer.trim().startsWith('*/*'))) return;
  throw codedError(
    request,
    'XDM-1009-400',
    'Accept header invalid',
    `The supplied Accept header is not valid: ${header} - a descriptor is read as application/vnd.adobe.xdm+json`,
  );
}
