type Action = Record<string, unknown> & { type: string };
type Rule = {
  id: string;
  match: { op: string };
  when?: Record<string, unknown>;
  phase: 'before' | 'after';
  action: Action;
  compose?: boolean;
};

/** Operation names of the emulator for each step of the matrix. */
export const operations: Readonly<Record<string, string>> = {
  A0: 'ims.token',
  G1: 'sandbox.*',
  G2: 'flow.connectionSpecs.get',
  G3: 'flow.connections.test',
  G4: 'flow.connections.explore',
  G5: 'flow.flows.get',
  C1: 'flow.connections.create',
  C2: 'flow.sourceConnections.create',
  C3a: 'schemaRegistry.tenant.fieldgroups.create',
  C3b: 'schemaRegistry.tenant.schemas.create',
  C4: 'catalog.dataSets.create',
  C5: 'flow.targetConnections.create',
  C6: 'dataPrep.mappingSets.create',
  C7: 'flow.flows.create',
  C8: 'schemaRegistry.tenant.classes.create',
  C9: 'schemaRegistry.tenant.descriptors.create',
  C10: 'schemaRegistry.tenant.schemas.patch',
  C11: 'schemaRegistry.tenant.fieldgroups.patch',
  U1: 'flow.flows.patch',
  D7: 'flow.flows.delete',
  D5: 'flow.targetConnections.delete',
  D2: 'flow.sourceConnections.delete',
  D1: 'flow.connections.delete',
  D4: 'catalog.dataSets.delete',
  D3b: 'schemaRegistry.tenant.schemas.delete',
  D3a: 'schemaRegistry.tenant.fieldgroups.delete',
  D8: 'schemaRegistry.tenant.classes.delete',
  D9: 'schemaRegistry.tenant.descriptors.delete',
};

const once = { nth: [1] };

/** The emulator's rules for one fault of the catalogue. `scale` shrinks its times like those of the product. */
export function rulesFor(fault: string, step: string, scale: number, canary: string): Rule[] {
  const op = operations[step] ?? step;
  const isToken = step === 'A0';
  const rule = (
    action: Action,
    phase: Rule['phase'] = 'before',
    when: Record<string, unknown> = once,
  ): Rule[] => [{ id: `${fault}@${step}`, match: { op }, when, phase, action }];
  const ms = (unscaled: number) => Math.ceil(unscaled * scale);
  switch (fault) {
    case 'F01':
      return rule({ type: 'throttle', retryAfter: 20 });
    case 'F02':
      return rule({ type: 'throttle', retryAfter: 'date' });
    case 'F03':
      return rule({ type: 'throttle', retryAfter: 'none' }, 'before', { first: 2 });
    case 'F04':
      return rule({ type: 'status', status: 500 });
    case 'F05':
      return rule({ type: 'status', status: 500 }, 'after');
    case 'F06':
      return rule({ type: 'status', status: 503 }, 'before', { first: 2 });
    case 'F07':
      return rule({ type: 'hang', ms: ms(120_000) }, 'after');
    case 'F08':
      return rule({ type: 'hang', ms: ms(120_000) });
    case 'F09':
      return rule({ type: 'reset', at: 'accept' });
    case 'F10':
      return rule({ type: 'reset', at: 'body', bytes: 12 }, 'after');
    case 'F11':
      return rule({ type: 'truncate', framing: 'ok', bytes: 12 }, 'after');
    case 'F12':
      return rule({ type: 'body', body: 'error200' });
    case 'F13':
      return rule({ type: 'body', body: 'html' });
    case 'F14':
      return rule({ type: 'drip', bytes: 1, ms: ms(10_000) }, 'after');
    case 'F15':
      return rule({ type: 'oversize', bytes: 9_000_000 }, 'after');
    case 'F16':
      return rule(
        isToken
          ? { type: 'status', status: 401, body: { error: 'invalid_client' } }
          : { type: 'tokenExpire' },
      );
    case 'F17':
      // Who may list sandboxes is no permission that a credential can lose.
      if (step === 'G1') return rule({ type: 'status', status: 403, code: '403027' }, 'before', {});
      return rule(
        isToken
          ? { type: 'status', status: 400, body: { error: 'access_denied' } }
          : { type: 'permissionDrop' },
        'before',
        isToken ? {} : once,
      );
    case 'F18':
      return rule({ type: 'conflict', mode: 'foreign' });
    case 'F19a':
      return rule({ type: 'conflict', mode: 'ours' });
    case 'F19b':
      return rule({ type: 'status', status: 409 }, 'before', {});
    case 'F19c':
      return rule({ type: 'status', status: 400, code: '1418' });
    case 'F20':
      return rule({ type: 'quota' }, 'before', {});
    case 'F21':
      return [
        {
          id: `${fault}@${step}`,
          match: { op: '*' },
          when: { toMs: ms(60_000) },
          phase: 'before',
          action: { type: 'invisible', ms: ms(20_000) },
        },
      ];
    case 'F27':
      // A mapping set cannot be removed again: for it "late" stays within the time that is waited for.
      return rule({ type: 'lateExecute', ms: ms(step === 'C6' ? 60_000 : 200_000) });
    case 'F29':
      return rule({ type: 'redirect', location: canary }, 'before', {});
    case 'F30':
      return [
        ...rule({ type: 'reset', at: 'headers' }, 'after'),
        ...(step === 'C11' ? ['schemaRegistry.tenant.fieldgroups.get'] : lists).map((list) => ({
          id: `list@${step}`,
          match: { op: list },
          when: {},
          phase: 'before' as const,
          action: brokenList(step),
        })),
      ];
    default:
      throw new Error(`there is no rule for ${fault}`);
  }
}

const lists = [
  'flow.*.list',
  'flow.connections.list',
  'flow.sourceConnections.list',
  'flow.targetConnections.list',
  'flow.flows.list',
  'schemaRegistry.tenant.fieldgroups.list',
  'schemaRegistry.tenant.schemas.list',
  'schemaRegistry.tenant.classes.list',
  'schemaRegistry.tenant.descriptors.list',
  'schemaRegistry.tenant.schemas.get',
  'catalog.dataSets.list',
  'dataPrep.mappingSets.list',
];

/** The list that leads to the same page for ever where a service has page links, else one that is not answered. */
function brokenList(step: string): Action {
  return ['C2', 'C5', 'C7'].includes(step)
    ? { type: 'listPartial', mode: 'loopToken' }
    : { type: 'status', status: 503 };
}
