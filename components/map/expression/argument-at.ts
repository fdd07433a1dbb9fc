import type { CallAt } from '@/lib/expression/find-call-at';
import type { FunctionParameter } from '@/lib/expression/function-definition';

/** The parameter that the argument under the cursor is for; the last group of repeated ones goes round. */
export function argumentAt({ definition, argumentIndex }: CallAt): FunctionParameter | undefined {
  const params = definition.params;
  const index = argumentIndex + (definition.method ? 1 : 0);
  if (index < params.length) return params[index];
  const repeated = params.filter((param) => param.repeats);
  return repeated.length === 0 ? undefined : repeated[(index - params.length) % repeated.length];
}
