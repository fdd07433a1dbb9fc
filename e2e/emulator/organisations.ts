import { createHash } from 'node:crypto';
import type { Organisation, Sandbox, Service } from './contract';
import { newId } from './ids';
import { emptyTable } from './plain-json';
import type { World } from './world';

/** What `POST /__emu/orgs` takes. */
export type NewOrganisation = {
  orgId: string;
  tenantId: string;
  clientId: string;
  clientSecret: string;
  /** Names; the one named `prod` (or else the first) is the default production sandbox. */
  sandboxes: string[];
};

const serviceScopes = [
  'openid',
  'AdobeID',
  'read_organizations',
  'additional_info.projectedProductContext',
  'session',
];

/** Adds an organisation with one server-to-server credential; replaces one of the same id. */
export function addOrganisation(
  world: World,
  services: Service[],
  input: NewOrganisation,
  nowMs: number,
): Organisation {
  const account = createHash('sha256').update(input.clientId).digest('hex').slice(0, 24).toUpperCase();
  const organisation: Organisation = {
    orgId: input.orgId,
    tenantId: input.tenantId,
    credentials: [
      {
        clientId: input.clientId,
        clientSecret: input.clientSecret,
        technicalAccountId: `${account}@techacct.adobe.com`,
        scopes: serviceScopes,
      },
    ],
    sandboxes: emptyTable(),
  };
  const defaultName = input.sandboxes.includes('prod') ? 'prod' : input.sandboxes[0];
  for (const name of input.sandboxes) {
    const isDefault = name === defaultName;
    const sandbox: Sandbox = {
      id: newId(world, 'uuid', nowMs),
      name,
      title: isDefault ? 'Production' : name.charAt(0).toUpperCase() + name.slice(1),
      type: isDefault ? 'production' : 'development',
      state: 'active',
      region: 'VA7',
      isDefault,
      etag: 1,
      createdAtMs: world.startedAtMs,
      services: emptyTable(),
    };
    for (const service of services) {
      sandbox.services[service.name] = service.createState(organisation, sandbox);
    }
    organisation.sandboxes[name] = sandbox;
  }
  world.organisations[input.orgId] = organisation;
  indexes.delete(world);
  return organisation;
}

/** Organisation by client id, for the organisations that were there when it was made. */
const indexes = new WeakMap<World, Map<string, string>>();

function credentialIndex(world: World): Map<string, string> {
  const known = indexes.get(world);
  if (known) return known;
  const index = new Map<string, string>();
  for (const { orgId, credentials } of Object.values(world.organisations)) {
    for (const { clientId } of credentials) if (!index.has(clientId)) index.set(clientId, orgId);
  }
  indexes.set(world, index);
  return index;
}

/** The organisation and credential a server-to-server client id belongs to. */
export function findCredential(world: World, clientId: string) {
  const index = credentialIndex(world);
  const organisation = world.organisations[index.get(clientId) ?? ''];
  const credential = organisation?.credentials.find((candidate) => candidate.clientId === clientId);
  return organisation && credential ? { organisation, credential } : undefined;
}
