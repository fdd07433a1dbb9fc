import type { NewOrganisation } from '../organisations';
import { allPermissions } from '../permissions';
import { isObject } from '../plain-json';
import type { TokenChange } from './control';

type Body = Record<string, unknown>;

/** Reads `POST /__emu/clock`: one of `advanceMs`, `offsetMs`, `scale` at least. */
export function readClockChange(body: Body): { advanceMs: number } | { offsetMs?: number; scale?: number } {
  const advanceMs = readNumber(body, 'advanceMs');
  if (advanceMs !== undefined) return { advanceMs };
  const offsetMs = readNumber(body, 'offsetMs');
  const scale = readNumber(body, 'scale');
  if (offsetMs === undefined && scale === undefined)
    throw new Error('clock: advanceMs, offsetMs or scale is missing');
  if (scale !== undefined && (scale < 0 || scale > 100_000))
    throw new Error('clock: scale is from 0 to 100000');
  return { ...(offsetMs === undefined ? {} : { offsetMs }), ...(scale === undefined ? {} : { scale }) };
}

const tokenFields = ['ttlMs', 'revoke', 'permissions', 'clientId'];

/** Reads `POST /__emu/tokens`. */
export function readTokenChange(body: Body): TokenChange {
  const unknown = Object.keys(body).find((name) => !tokenFields.includes(name));
  if (unknown !== undefined) throw new Error(`tokens: ${unknown} is not supported`);
  const ttlMs = readNumber(body, 'ttlMs');
  const { permissions, clientId } = body;
  const revoke = body.revoke === true ? 'all' : body.revoke;
  if (revoke !== undefined && revoke !== 'all' && revoke !== 'service' && revoke !== 'user') {
    throw new Error('tokens: revoke is all, service or user');
  }
  if (clientId !== undefined && typeof clientId !== 'string') throw new Error('tokens: clientId is a text');
  return {
    ...(ttlMs === undefined ? {} : { ttlMs }),
    ...(revoke === undefined ? {} : { revoke }),
    ...(permissions === undefined ? {} : { permissions: readPermissions(permissions) }),
    ...(clientId === undefined ? {} : { clientId }),
  };
}

function readPermissions(value: unknown): string[] | 'all' {
  if (value === 'all') return 'all';
  const known: readonly unknown[] = allPermissions;
  if (Array.isArray(value) && value.every((name) => known.includes(name))) return value.map(String);
  throw new Error(`tokens: permissions is all, or a list of ${allPermissions.join(', ')}`);
}

/** Reads `POST /__emu/orgs`; every field is required and `sandboxes` names at least one. */
export function readOrganisation(body: Body): NewOrganisation {
  const sandboxes = Array.isArray(body.sandboxes) ? body.sandboxes.map(readSandboxName) : [];
  if (sandboxes.length === 0 || sandboxes.some((name) => name === undefined)) {
    throw new Error('orgs: sandboxes is a list of lower-case names');
  }
  return {
    orgId: readText(body, 'orgId'),
    tenantId: readText(body, 'tenantId'),
    clientId: readText(body, 'clientId'),
    clientSecret: readText(body, 'clientSecret'),
    sandboxes: sandboxes.filter((name) => name !== undefined),
  };
}

/** A name, or an object with one. */
function readSandboxName(value: unknown): string | undefined {
  const name = isObject(value) ? value.name : value;
  return typeof name === 'string' && /^[a-z][a-z0-9-]{0,255}$/.test(name) ? name : undefined;
}

function readNumber(body: Body, name: string): number | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'number') throw new Error(`${name} is not a number`);
  if (Math.abs(value) > 8.64e15) throw new Error(`${name} is out of range`);
  return value;
}

function readText(body: Body, name: string): string {
  const value = body[name];
  if (typeof value !== 'string' || value === '') throw new Error(`orgs: ${name} is missing`);
  return value;
}
