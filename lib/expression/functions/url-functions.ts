import { toBoolean, toText } from '../coerce';
import { charge, chargeText, checkTextLength } from '../evaluation-context';
import { defineFunctions, type FunctionBody, type FunctionParameter } from '../function-definition';
import { fail, objectFromEntries } from '../value';

const urlParam: FunctionParameter = {
  name: 'url',
  kind: 'string',
  description: 'An address; null when it is not valid',
};

const defaultPorts: ReadonlyMap<string, number> = new Map([
  ['http', 80],
  ['https', 443],
  ['ftp', 21],
  ['ftps', 990],
  ['sftp', 22],
  ['ssh', 22],
  ['ws', 80],
  ['wss', 443],
]);

interface UrlParts {
  protocol: string;
  host: string;
  port: number | null;
  path: string;
  query: string | null;
  fragment: string | null;
}

// The URL class of the platform normalises paths (`//home` and dots), which the documented results do not.
const urlShape = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#\s]*)([^?#\s]*)(?:\?([^#\s]*))?(?:#(\S*))?$/;
const authorityShape = /^(?:[^@]*@)?(\[[0-9A-Fa-f:.]+\]|[^:@[\]]+)(?::(\d{1,5}))?$/;

function readUrl(text: string): UrlParts | null {
  checkTextLength(text.length * 8);
  const [, protocol, authority, path = '', query, fragment] = urlShape.exec(text) ?? [];
  const [, host, port] = authorityShape.exec(authority ?? '') ?? [];
  if (protocol === undefined || host === undefined || Number(port ?? 0) > 65_535) return null;
  return {
    protocol,
    host,
    port: port === undefined ? (defaultPorts.get(protocol.toLowerCase()) ?? null) : Number(port),
    path,
    query: query ?? null,
    fragment: fragment ?? null,
  };
}

function onUrl(name: string, read: (parts: UrlParts, args: readonly unknown[]) => unknown): FunctionBody {
  return (args, context) => {
    const text = toText(args[0], name);
    charge(context, text?.length ?? 0);
    const parts = text === null ? null : readUrl(text);
    return parts === null ? null : read(parts, args);
  };
}

function readPath(parts: UrlParts, [, fullPath]: readonly unknown[]): string {
  if (fullPath === undefined || fullPath === null || toBoolean(fullPath, 'get_url_path')) return parts.path;
  return parts.path.slice(parts.path.lastIndexOf('/') + 1);
}

function readQuery(parts: UrlParts, [, anchorValue]: readonly unknown[]): unknown {
  const anchor = toText(anchorValue, 'get_url_query_str');
  if (anchor !== 'retain' && anchor !== 'remove' && anchor !== 'append') {
    return fail('get_url_query_str needs "retain", "remove" or "append"');
  }
  const { fragment } = parts;
  const retained = anchor === 'retain' && fragment !== null ? `#${fragment}` : '';
  const entries = new Map<string, string>();
  for (const pair of `${parts.query ?? ''}${retained}`.split('&')) {
    const [, key = '', value = ''] = /^([^=]*)=?([\s\S]*)$/.exec(pair) ?? [];
    if (key !== '') entries.set(decode(key) ?? key, decode(value) ?? value);
  }
  if (anchor === 'append' && fragment !== null) entries.set('_anchor_', fragment);
  return objectFromEntries(entries);
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch (thrown) {
    if (thrown instanceof URIError) return null;
    throw thrown;
  }
}

const encodeUrl: FunctionBody = ([value], context) => {
  const text = toText(value, 'get_url_encoded');
  if (text === null) return null;
  checkTextLength(text.length * 3);
  // Adobe's table also encodes the six signs encodeURIComponent leaves alone; half a surrogate pair has no encoding.
  const encoded = encodeURIComponent(text.replace(/\p{Cs}/gu, '?'));
  return chargeText(
    context,
    encoded.replace(/[!'()*~]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`),
  );
};

const decodeUrl: FunctionBody = ([value], context) => {
  const text = toText(value, 'get_url_decoded');
  if (text === null) return null;
  chargeText(context, text);
  return decode(text);
};

export const urlFunctions = defineFunctions('URL', [
  {
    name: 'get_url_protocol',
    signature: 'get_url_protocol(url)',
    description: 'Protocol of an address.',
    params: [urlParam],
    returns: 'string',
    example: 'get_url_protocol("https://platform.adobe.com/home")',
    result: '"https"',
    evaluate: onUrl('get_url_protocol', (parts) => parts.protocol),
  },
  {
    name: 'get_url_host',
    signature: 'get_url_host(url)',
    description: 'Host of an address.',
    params: [urlParam],
    returns: 'string',
    example: 'get_url_host("https://platform.adobe.com/home")',
    result: '"platform.adobe.com"',
    evaluate: onUrl('get_url_host', (parts) => parts.host),
  },
  {
    name: 'get_url_port',
    signature: 'get_url_port(url)',
    description: 'Port of an address, or the usual one of its protocol.',
    params: [urlParam],
    returns: 'integer',
    example: 'get_url_port("sftp://example.com//home/joe/employee.csv")',
    result: '22',
    evaluate: onUrl('get_url_port', (parts) => parts.port),
  },
  {
    name: 'get_url_path',
    signature: 'get_url_path(url, [fullPath])',
    description: 'Path of an address, whole or only its last part.',
    params: [
      urlParam,
      { name: 'fullPath', kind: 'boolean', description: 'false for the last part only', optional: true },
    ],
    returns: 'string',
    example: 'get_url_path("sftp://example.com//home/joe/employee.csv")',
    result: '"//home/joe/employee.csv"',
    evaluate: onUrl('get_url_path', readPath),
  },
  {
    name: 'get_url_query_str',
    signature: 'get_url_query_str(url, anchor)',
    description: 'Parameters of an address as a map.',
    params: [
      urlParam,
      {
        name: 'anchor',
        kind: 'string',
        description: 'What becomes of the part behind #: "retain", "remove" or "append"',
      },
    ],
    returns: 'map',
    example: 'get_url_query_str("foo://example.com:8042/over/there?name=ferret#nose", "append")',
    result: '{"name":"ferret","_anchor_":"nose"}',
    evaluate: onUrl('get_url_query_str', readQuery),
  },
  {
    name: 'get_url_encoded',
    signature: 'get_url_encoded(url)',
    description: 'The text with its special characters in % form.',
    params: [urlParam],
    returns: 'string',
    example: 'get_url_encoded("https://example.com/partneralliance_asia-pacific_2022")',
    result: '"https%3A%2F%2Fexample.com%2Fpartneralliance_asia-pacific_2022"',
    evaluate: encodeUrl,
  },
  {
    name: 'get_url_decoded',
    signature: 'get_url_decoded(url)',
    description: 'The text with its % forms turned back.',
    params: [urlParam],
    returns: 'string',
    example: 'get_url_decoded("https%3A%2F%2Fexample.com%2Fpartneralliance_asia-pacific_2022")',
    result: '"https://example.com/partneralliance_asia-pacific_2022"',
    evaluate: decodeUrl,
  },
]);
