import type { OnboardingStatus, OnboardingSummary } from '@/lib/home/home-view';
import { dataflowIdSchema, sandboxNameSchema } from '@/lib/ids';
import { partOf } from '@/lib/plan/plan';
import { isRefused } from '@/lib/plan/run-view';
import type { Draft } from '@/lib/wizard/draft';
import { pathTitle } from '@/lib/wizard/path-summary';
import { firstOpenStep, stepsDone } from '@/lib/wizard/progress';
import { readDraft } from '@/lib/wizard/read-draft';
import { steps } from '@/lib/wizard/steps';
import { findOnboarding, listOnboardings } from '@/server/db/onboardings';
import { listMembers } from '@/server/db/people';
import { listRunSteps } from '@/server/db/run-steps';
import { findLatestRuns, type RunRow } from '@/server/db/runs';
import type { TeamContext } from './team-context';

/** The task list of the session's sandbox: what needs somebody first, then what changed last. */
export async function listOnboardingSummaries(ctx: TeamContext): Promise<OnboardingSummary[]> {
  const { sandboxName, person } = ctx.session;
  if (!sandboxName) return [];
  const rows = await listOnboardings(ctx.db, { orgId: ctx.orgId, sandboxName });
  const runs = new Map(
    (
      await findLatestRuns(
        ctx.db,
        rows.map((row) => row.id),
      )
    ).map((run) => [run.onboardingId, run]),
  );
  const names = new Map(
    (await listMembers(ctx.db, ctx.orgId)).map((member) => [member.personId, member.name]),
  );
  const summaries = await Promise.all(
    rows.map(async (row): Promise<OnboardingSummary> => {
      const run = runs.get(row.id);
      const status = statusOf(row.state, run);
      const draft = status === 'draft' ? await draftOf(ctx, row.id, row.sourceId) : undefined;
      const made = run && status !== 'draft' ? await readDataflows(ctx, run, row.sourceId) : nothingMade;
      return {
        id: row.id,
        name: row.name,
        sourceId: row.sourceId,
        sandboxName: sandboxNameSchema.parse(row.sandboxName),
        status,
        step: draft ? firstOpenStep(draft) : 'review',
        stepsDone: draft ? stepsDone(draft) : status === 'created' ? steps.length : steps.length - 1,
        ...(status === 'needs-you' ? { attention: attentionOf(run, made) } : {}),
        dataflows: made.dataflows,
        owner: { name: names.get(row.ownerId) ?? 'Former member', isYou: row.ownerId === person.id },
        changedAtMs: row.updatedAt.getTime(),
      };
    }),
  );
  const urgent = (summary: OnboardingSummary) => (summary.status === 'needs-you' ? 0 : 1);
  return summaries.sort((a, b) => urgent(a) - urgent(b) || b.changedAtMs - a.changedAtMs);
}

function statusOf(state: string, run: RunRow | undefined): OnboardingStatus {
  if (!run || run.state === 'undone') return 'draft';
  if (run.state === 'running' || run.state === 'undoing') return 'creating';
  return state === 'created' && run.state === 'succeeded' ? 'created' : 'needs-you';
}

function attentionOf(run: RunRow | undefined, { dataflows, planned }: Made): string {
  const share = dataflows.length > 0 ? `${dataflows.length} of ${planned} dataflows created. ` : '';
  if (!run || !isRefused(run))
    return `${share}Creating it is paused. It goes on by itself, or now if you want.`;
  return share === ''
    ? 'The platform refused one of its objects. See why and go on from there.'
    : `${share}See why the platform refused the rest and go on from there.`;
}

async function draftOf(
  ctx: TeamContext,
  id: OnboardingSummary['id'],
  sourceId: string,
): Promise<Draft | undefined> {
  const row = await findOnboarding(ctx.db, { id, orgId: ctx.orgId });
  const read = row && readDraft(row.draft, sourceId);
  return read && read.kind !== 'newer' ? read.draft : undefined;
}

type Made = Pick<OnboardingSummary, 'dataflows'> & { planned: number };

const nothingMade: Made = { dataflows: [], planned: 0 };

async function readDataflows(ctx: TeamContext, run: RunRow, sourceId: string): Promise<Made> {
  const planned = (await listRunSteps(ctx.db, run.id)).filter((step) => step.kind === 'dataflow');
  const dataflows = planned.flatMap((step) => {
    const id = dataflowIdSchema.safeParse(step.remoteId);
    return id.success && step.state === 'done'
      ? [{ id: id.data, title: pathTitle(sourceId, partOf(step)) }]
      : [];
  });
  return { dataflows, planned: planned.length };
}
