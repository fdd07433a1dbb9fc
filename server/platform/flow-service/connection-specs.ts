import { callPlatform } from '../http';
import type { PlatformContext } from '../platform-context';
import { requireSameId } from '../require-same-id';
import { connectionSpecSchema } from './connection-specs.wire';
import { oneItem } from './flow-service.wire';

/** A credential property as the live specification declares it. */
export type AuthSpecProperty = {
  name: string;
  type: string | undefined;
  title: string | undefined;
  description: string | undefined;
  /** Declared with `format: password`. */
  secret: boolean;
};

export type AuthSpec = {
  /** Sent verbatim as `auth.specName`. */
  name: string;
  type: string;
  properties: AuthSpecProperty[];
  required: string[];
};

export type ConnectionSpec = {
  id: string;
  name: string;
  version: string;
  authSpecs: AuthSpec[];
  isBeta: boolean;
};

/** What a source asks for at present: looked up by id, since names change silently (`GET /connectionSpecs/{id}`). */
export async function getConnectionSpec(ctx: PlatformContext, id: string): Promise<ConnectionSpec> {
  const spec = await callPlatform(ctx, {
    kind: 'read',
    method: 'GET',
    service: 'flow-service',
    path: '/connectionSpecs/{id}',
    params: { id },
    schema: oneItem(connectionSpecSchema),
  });
  requireSameId('GET /connectionSpecs/{id}', id, spec);
  return {
    id: spec.id,
    name: spec.name,
    version: spec.version,
    isBeta: spec.sourceSpec,
    authSpecs: spec.authSpec.map((auth) => ({
      name: auth.name,
      type: auth.type,
      required: auth.spec.required,
      properties: auth.spec.properties.map(({ name, node }) => ({
        name,
        type: node.data?.type,
        title: node.data?.title,
        description: node.data?.description,
        secret: node.data?.format === 'password',
      })),
    })),
  };
}
