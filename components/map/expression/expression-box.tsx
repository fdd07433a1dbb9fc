'use client';

import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { StatusLight } from '@/components/ui/status-light';
import { useLazyModule } from '@/components/ui/use-lazy-module';
import type { ExpressionInputProps } from './expression-input';
import { PlainInput } from './plain-input';

const loadCodeInput = () => import('./code-input');

/** The expression in the code editor, or in an ordinary text box when that is wanted or the editor does not load. */
export function ExpressionBox({ isPlain, ...input }: ExpressionInputProps & { isPlain: boolean }) {
  const { module, hasFailed, retry } = useLazyModule(loadCodeInput, !isPlain);
  if (isPlain) return <PlainInput {...input} />;
  if (module) return <module.CodeInput {...input} />;
  if (!hasFailed) return <Skeleton className="h-30 w-full" />;
  return (
    <div className="flex flex-col gap-2">
      <PlainInput {...input} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <StatusLight tone="caution">
          The code editor did not load. The plain box does the same work.
        </StatusLight>
        <Button size="small" onPress={retry}>
          Try again
        </Button>
      </div>
    </div>
  );
}
