import type { PlatformError } from './platform-error';

const byGatewayCode: Readonly<Record<string, string>> = {
  '403000': 'the Experience Platform API in the Adobe credential',
  '403003': 'the Experience Platform API in the Adobe credential',
  '403025': 'a product profile for the Adobe credential',
  '403027': 'a product profile for the Adobe credential',
};

const byResource = [
  {
    path: /\/(?:connections|sourceConnections|targetConnections|flows|runs|connectionSpecs)\b/,
    right: 'Sources',
  },
  { path: /\/tenant\/|\/stats\b/, right: 'Schemas' },
  { path: /\/(?:dataSets|batches)\b/, right: 'Datasets' },
  { path: /\/mappingSets\b/, right: 'Sources' },
  { path: /\/identities\b/, right: 'Identity Namespaces' },
  { path: /\/sandbox-management\b/, right: 'Sandboxes' },
];

/** The right, by Adobe's name, that a refused call most probably lacks. */
export function missingPermission(error: PlatformError): string {
  if (error.code !== undefined && Object.hasOwn(byGatewayCode, error.code)) {
    return byGatewayCode[error.code] ?? '';
  }
  const right = byResource.find(({ path }) => path.test(error.endpoint))?.right;
  if (right === undefined) return 'access to this sandbox';
  return `${error.endpoint.startsWith('GET ') ? 'View' : 'Manage'} ${right}`;
}
