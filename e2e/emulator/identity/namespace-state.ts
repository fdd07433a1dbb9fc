import type { Sandbox } from '@/e2e/emulator/contract';

/** One identity namespace; standard ones are the same everywhere. */
export type IdentityNamespace = {
  id: number;
  code: string;
  name: string;
  description: string;
  idType: string;
  custom: boolean;
  status: 'ACTIVE';
  createTime: number;
  updateTime: number;
};

export type NamespaceState = { custom: IdentityNamespace[]; nextId: number };

/** The name of this service, which is also the key of its slot in `sandbox.services`. */
export const namespaceServiceName = 'identity';

const publishedAtMs = 1_551_688_425_455;

const standard: IdentityNamespace[] = (
  [
    [0, 'CORE', 'CORE', 'Adobe Audience Manager UUID', 'COOKIE'],
    [4, 'ECID', 'ECID', 'Adobe Experience Cloud ID', 'COOKIE'],
    [6, 'Email', 'Email', 'Email', 'EMAIL'],
    [7, 'Phone', 'Phone', 'Phone', 'PHONE'],
    [8, 'WAID', 'Windows AID', 'Windows advertising id', 'DEVICE'],
    [9, 'TNTID', 'TNTID', 'Adobe Target ID', 'COOKIE'],
    [10, 'AAID', 'AAID', 'Adobe Analytics ID', 'COOKIE'],
    [11, 'Email_LC_SHA256', 'Emails (SHA256, lowercased)', 'Hashed lower-case e-mail', 'EMAIL'],
    [411, 'AdCloud', 'AdCloud', 'Adobe Advertising Cloud ID', 'COOKIE'],
    [20914, 'GAID', 'Google Ad ID (GAID)', 'Google advertising id', 'DEVICE'],
    [20915, 'IDFA', 'Apple IDFA (ID for Advertisers)', 'Apple advertising id', 'DEVICE'],
  ] as const
).map(([id, code, name, description, idType]) => ({
  id,
  code,
  name,
  description,
  idType,
  custom: false,
  status: 'ACTIVE',
  createTime: publishedAtMs,
  updateTime: publishedAtMs,
}));

/** A sandbox without namespaces of its own. */
export function createNamespaceState(): NamespaceState {
  return { custom: [], nextId: 10_018_776 };
}

/** The slot of a sandbox, made on first use. */
export function namespaceState(sandbox: Sandbox): NamespaceState {
  const known = sandbox.services[namespaceServiceName];
  if (known !== undefined) return known as NamespaceState;
  const created = createNamespaceState();
  sandbox.services[namespaceServiceName] = created;
  return created;
}

/** Every namespace that a sandbox can use, the standard ones first. */
export function allNamespaces(sandbox: Sandbox): IdentityNamespace[] {
  return [...standard, ...namespaceState(sandbox).custom];
}
