import type { Service } from './contract';
import { newId } from './ids';
import { addOrganisation } from './organisations';
import { seedDemo } from './schema-registry/seed-demo';
import { createWorld, type World } from './world';

export type SeedName = 'demo' | 'empty' | 'large';

/** The published values of the demo organisation and its people; scripts and documentation rely on them. */
export const demoOrganisation = {
  orgId: 'TRIBUTARYDEMO@AdobeOrg',
  tenantId: 'tributarydemo',
  clientId: 'tributary-demo',
  clientSecret: 'tributary-demo-secret',
  sandboxes: ['prod', 'dev'],
};

export const demoSignInClient = {
  clientId: 'tributary-web',
  clientSecret: 'tributary-web-secret',
  redirectUris: [] as string[],
  scopes: [
    'openid',
    'email',
    'profile',
    'address',
    'offline_access',
    'AdobeID',
    'read_organizations',
    'session',
  ],
};

const people = [
  { email: 'ana@example.com', givenName: 'Ana', familyName: 'Alvarez', role: 'owner' },
  { email: 'ben@example.com', givenName: 'Ben', familyName: 'Becker', role: 'editor' },
  { email: 'cleo@example.com', givenName: 'Cleo', familyName: 'Castel', role: 'approver' },
  { email: 'dev@example.com', givenName: 'Dev', familyName: 'Desai', role: 'viewer' },
];

/**
 * A fresh world: the demo organisation with its people and a few datasets in `prod`, or with `empty` nothing but the
 * emulator itself.
 */
export function seedWorld(seed: SeedName, services: Service[], nowMs: number): World {
  const world = createWorld(seed, nowMs);
  if (seed === 'empty') return world;
  world.ims.signInClients[demoSignInClient.clientId] = structuredClone(demoSignInClient);
  world.ims.people = people.map((person, index) => ({
    ...person,
    sub: `7A1B0C${String(index + 1).padStart(2, '0')}5F2E9D3300A49421@e3c15a0b7d2f46981a49420e`,
  }));
  const organisation = addOrganisation(world, services, demoOrganisation, nowMs);
  const { prod } = organisation.sandboxes;
  if (prod) seedDemo(organisation, prod, (shape) => newId(world, shape, nowMs), nowMs);
  return world;
}
