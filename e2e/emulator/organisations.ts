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
  return organisation;
}

/** The organisation and credential a server-to-server client id belongs to. */
export function findCredential(world: World, clientId: string) {
  for (const organisation of Object.values(world.organisations)) {
    const credential = organisation.credentials.find((candidate) => candidate.clientId === clientId);
    if (credential) return { organisation, credential };
  }
  return undefined;
}
