'use client';

import { type ComponentType, useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { StatusLight } from '@/components/ui/status-light';
import type { ExpressionInputProps } from './expression-input';
import { PlainInput } from './plain-input';

type Loaded = ComponentType<ExpressionInputProps>;

/** The expression in the code editor, or in an ordinary text box when that is wanted or the editor does not load. */
export function ExpressionBox({ isPlain, ...input }: ExpressionInputProps & { isPlain: boolean }) {
  const [editor, setEditor] = useState<{ CodeInput: Loaded } | 'failed'>();

  useEffect(() => {
    if (isPlain || editor !== undefined) return;
    let isWanted = true;
    import('./code-input').then(
      ({ CodeInput }) => isWanted && setEditor({ CodeInput }),
      () => isWanted && setEditor('failed'),
    );
    return () => {
      isWanted = false;
    };
  }, [isPlain, editor]);

  if (isPlain) return <PlainInput {...input} />;
  if (editor === undefined) return <Skeleton className="h-30 w-full" />;
  if (editor === 'failed') {
    return (
      <div className="flex flex-col gap-2">
        <PlainInput {...input} />
        <div className="flex flex-wrap items-center justify-between gap-2">
          <StatusLight tone="caution">
            The code editor did not load. The plain box does the same work.
          </StatusLight>
          <Button size="small" onPress={() => setEditor(undefined)}>
            Try again
          </Button>
        </div>
      </div>
    );
  }
  const { CodeInput } = editor;
  return <CodeInput {...input} />;
}
