import { PlatformError } from './platform-error';

/** Services behind the gateway, by the base of their paths. */
export const serviceBases = {
  'flow-service': '/data/foundation/flowservice',
  'schema-registry': '/data/foundation/schemaregistry',
  catalog: '/data/foundation/catalog',
  'data-prep': '/data/foundation/conversion',
  sandboxes: '/data/foundation',
  identity: '/data/core/idnamespace',
} as const;

export type ServiceName = keyof typeof serviceBases;

// A first character that is no dot, and never two dots: `encodeURIComponent('..')` stays `..` and would climb.
const segment = /^(?!.*\.\.)[\w@][\w@.:/-]{0,511}$/;

/**
 * The URL of a call: base, service and template with its ids filled in. Throws `not-found` for an id that is none, and
 * for whatever would leave the template: such a request must never go out.
 */
export function buildAddress(
  baseUrl: string,
  call: {
    endpoint: string;
    service: ServiceName;
    path: string;
    params?: Readonly<Record<string, string>>;
    query?: readonly (readonly [string, string])[];
  },
): URL {
  const base = new URL(baseUrl);
  const prefix = `${base.pathname.replace(/\/+$/, '')}${serviceBases[call.service]}`;
  const filled = call.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = call.params?.[name] ?? '';
    if (!segment.test(value)) throw new PlatformError('not-found', call.endpoint, { title: 'Malformed id' });
    return encodeURIComponent(value);
  });
  const url = new URL(base.origin + prefix + filled);
  if (
    url.origin !== base.origin ||
    url.pathname !== prefix + filled ||
    url.search !== '' ||
    url.hash !== ''
  ) {
    throw new PlatformError('not-found', call.endpoint, { title: 'Malformed address' });
  }
  for (const [name, value] of call.query ?? []) url.searchParams.append(name, value);
  return url;
}
