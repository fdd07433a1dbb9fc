import type { ReviewedPlan } from './review-view';

/** The plan as a file: its name is safe on every system, its content what `planSchema` reads, with the hash it goes by. */
export function planFile(name: string, plan: ReviewedPlan): { fileName: string; text: string } {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
  const content = { format: 1, hash: plan.hash, objects: plan.objects };
  return { fileName: `${slug || 'dataflow'}-plan.json`, text: `${JSON.stringify(content, null, 2)}\n` };
}
