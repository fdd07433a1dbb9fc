import { apiRoute } from '@/server/api/api-route';
import { toAuditReply } from '@/server/api/monitor-reply';
import { operations } from '@/server/api/operations';
import { listAudit } from '@/server/db/audit';

/** Who did what in the token's sandbox, newest first. */
export const GET = apiRoute(operations.listAudit, async ({ query }, ctx) => {
  const { before, limit } = query;
  const sandboxName = ctx.session.sandboxName ?? '';
  const entries = await listAudit(ctx.db, { orgId: ctx.orgId, sandboxName, beforeSeq: before, limit });
  return { data: toAuditReply(entries, limit) };
});
