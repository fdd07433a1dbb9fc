import { fillReferences, type MadeObject } from '@/lib/plan/fill-references';
import { dependenciesOf, type PlanObject } from '@/lib/plan/plan';
import type { RunStepRow } from '@/server/db/runs';

/** The body as it was or would be sent, as far as the ledger knows the ids of what it names. */
export function bodyFromLedger(
  object: PlanObject,
  rows: readonly Pick<RunStepRow, 'key' | 'remoteId' | 'remoteVersion'>[],
): Readonly<Record<string, unknown>> {
  const made: Record<string, MadeObject> = {};
  for (const { key, remoteId, remoteVersion } of rows) {
    if (remoteId !== null) made[key] = { id: remoteId, version: remoteVersion ?? '' };
  }
  const isComplete = dependenciesOf(object).every((key) => made[key] !== undefined);
  return isComplete ? fillReferences(object, made) : object.request.body;
}

/** Whether the object bears our marker: where there is no room for one, an equal object may be somebody else's. */
export function bearsMarker(object: PlanObject): boolean {
  return JSON.stringify(object.request.body).includes(object.marker);
}
