/** What a credential can be allowed to do, by the names that `GET /acl/reference` lists. */
export const allPermissions = [
  'manage-sources',
  'view-sources',
  'manage-schemas',
  'view-schemas',
  'manage-datasets',
  'view-datasets',
  'manage-identity-namespaces',
  'view-identity-namespaces',
  'manage-sandboxes',
  'view-sandboxes',
  'view-monitoring-dashboard',
] as const;

/** Operations by the beginning of their name; the first that fits counts. Reads need `view-` or `manage-` of the area. */
const areas: [string, string][] = [
  ['flow.', 'sources'],
  ['schemaRegistry.', 'schemas'],
  ['catalog.', 'datasets'],
  ['dataAccess.', 'datasets'],
  ['dataPrep.', 'sources'],
  ['identity.', 'identity-namespaces'],
];

/** Calls by POST that only read. */
const readingPosts = /\.(?:search|validate|preview)$/;

/**
 * The permission that is missing for an operation, or `undefined`. A credential without a list of its own may do
 * everything.
 */
export function missingPermission(
  permissions: string[] | undefined,
  op: string,
  method: string,
): string | undefined {
  if (permissions === undefined) return undefined;
  const area = areas.find(([prefix]) => op.startsWith(prefix))?.[1];
  if (area === undefined) return undefined;
  const reads = method === 'GET' || method === 'HEAD' || readingPosts.test(op);
  if (permissions.includes(`manage-${area}`)) return undefined;
  if (!reads) return `manage-${area}`;
  return permissions.includes(`view-${area}`) ? undefined : `view-${area}`;
}
