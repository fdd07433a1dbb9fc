import { toFileSlug } from '@/lib/format/file-slug';
import type { ReviewedPlan } from './review-view';

/** The plan as a file: its name is safe on every system, its content what `planSchema` reads, with the hash it goes by. */
export function planFile(
  name: string,
  plan: Pick<ReviewedPlan, 'hash' | 'objects'>,
): { fileName: string; text: string } {
  const content = { format: 1, hash: plan.hash, objects: plan.objects };
  return {
    fileName: `${toFileSlug(name, 'dataflow')}-plan.json`,
    text: `${JSON.stringify(content, null, 2)}\n`,
  };
}
