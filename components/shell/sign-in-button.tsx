'use client';

import { signIn } from 'next-auth/react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';

/** Starts the sign-in at Adobe; afterwards people come back to the page they wanted. */
export function SignInButton({ callbackPath }: { callbackPath: string }) {
  const [state, setState] = useState<'idle' | 'leaving' | 'unreachable'>('idle');
  const start = async () => {
    setState('leaving');
    try {
      await signIn('ims', { callbackUrl: callbackPath });
    } catch (refusal) {
      setState('unreachable');
      if (!(refusal instanceof TypeError)) throw refusal;
    }
  };
  return (
    <div className="flex flex-col gap-4">
      {state === 'unreachable' && (
        <Notice tone="caution" title="This app could not be reached" announce="alert">
          Check your network connection, then try again.
        </Notice>
      )}
      <Button
        variant="primary"
        size="large"
        isWide
        isPending={state === 'leaving'}
        pendingLabel="Opening Adobe’s sign-in"
        onPress={() => void start()}
      >
        Continue with Adobe
      </Button>
    </div>
  );
}
