import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The people of the emulated organisation and what each may do in the app. */
export const demoPeople = [
  { email: 'ana@example.com', role: 'owner' },
  { email: 'ben@example.com', role: 'editor' },
  { email: 'cleo@example.com', role: 'approver' },
  { email: 'dev@example.com', role: 'viewer' },
];

/** The session secret of a data folder, made once and readable by its owner only. */
export function readOrMakeSecret(dataDir) {
  const file = path.join(dataDir, 'secret');
  mkdirSync(dataDir, { recursive: true });
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8').trim();
}

/** Variables that point the app at the emulator; the values are those every emulator starts with. */
export function demoVariables({ appUrl, emulatorUrl, dataDir, secret }) {
  return {
    AEP_BASE_URL: emulatorUrl,
    IMS_BASE_URL: emulatorUrl,
    IMS_CLIENT_ID: 'tributary-demo',
    IMS_CLIENT_SECRET: 'tributary-demo-secret',
    IMS_ORG_ID: 'TRIBUTARYDEMO@AdobeOrg',
    IMS_SCOPES: 'openid,AdobeID,read_organizations,additional_info.projectedProductContext,session',
    AUTH_IMS_CLIENT_ID: 'tributary-web',
    AUTH_IMS_CLIENT_SECRET: 'tributary-web-secret',
    NEXTAUTH_SECRET: secret,
    NEXTAUTH_URL: appUrl,
    DATA_DIR: dataDir,
    TEAM_MEMBERS: demoPeople.map(({ email, role }) => `${email}=${role}`).join(','),
  };
}

/**
 * Those of the variables that the environment does not set already.
 *
 * @param {Record<string, string>} variables
 * @param {Record<string, string | undefined>} environment
 */
export function withoutSet(variables, environment = process.env) {
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !environment[name]));
}
