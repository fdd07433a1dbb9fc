import { createHash, createHmac } from 'node:crypto';
import { canonicalJson } from '@/lib/plan/canonical-json';
import { keyInPart } from '@/lib/plan/join-plans';
import { makePlan, type PlanInput } from '@/lib/plan/make-plan';
import { type Plan, type PlanKey, planKeys } from '@/lib/plan/plan';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The first 60 bits as twelve characters of base32. */
function toBase32(digest: Buffer): string {
  let bits = 0n;
  for (const byte of digest.subarray(0, 8)) bits = (bits << 8n) | BigInt(byte);
  bits >>= 4n;
  let text = '';
  for (let index = 0; index < 12; index++) {
    text = (alphabet[Number(bits & 31n)] ?? '') + text;
    bits >>= 5n;
  }
  return text;
}

const noMarkers = Object.fromEntries(planKeys.map((key) => [key, ''])) as Record<PlanKey, string>;

/**
 * The plan of one dataflow with its markers: each names onboarding, step and content, so that an object made for an
 * earlier version of the draft is never taken for the one that is wanted now. Nothing secret or personal goes in
 * readable. `part` tells the dataflows of one onboarding apart; empty for the only one.
 */
export function makeMarkedPlan(
  onboardingId: string,
  input: Omit<PlanInput, 'markers'>,
  part: string = '',
): Plan {
  const contents = new Map(
    makePlan({ ...input, markers: noMarkers }).objects.map((object) => [
      object.key,
      canonicalJson(object.request),
    ]),
  );
  const markers = Object.fromEntries(
    planKeys.map((key) => {
      const digest = createHmac('sha256', `tributary:${onboardingId}`)
        .update(`${keyInPart(part, key)}\n${contents.get(key) ?? ''}`)
        .digest();
      return [key, `trib-${toBase32(digest)}`];
    }),
  ) as Record<PlanKey, string>;
  return makePlan({ ...input, markers });
}

/** Hash over every request body of a plan: what was reviewed is what gets created, or nothing is. */
export function hashPlan(plan: Plan): string {
  return createHash('sha256').update(canonicalJson(plan)).digest('hex');
}

/** Hash of one request body as it is sent. */
export function hashBody(body: Readonly<Record<string, unknown>>): string {
  return createHash('sha256').update(canonicalJson(body)).digest('hex');
}
