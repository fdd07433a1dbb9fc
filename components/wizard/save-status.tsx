'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Link } from 'react-aria-components';
import { AppErrorNotice } from '@/components/shell/app-error-notice';
import { useClock } from '@/components/shell/clock';
import { readJson } from '@/components/shell/read-json';
import { Button } from '@/components/ui/button';
import { buttonStyles } from '@/components/ui/button-styles';
import { Notice } from '@/components/ui/notice';
import { signInPath } from '@/lib/paths';
import { readDraftReply } from '@/lib/wizard/replies';
import type { SaveState } from './use-autosave';

/** "Saved 12:03", quietly; it never moves the page. */
export function SaveStatus({ state }: { state: SaveState }) {
  const { timeZone } = useClock();
  return (
    <p className="text-sm text-text-muted" aria-live="off" data-testid="save-status">
      {words(state, timeZone)}
    </p>
  );
}

function words(state: SaveState, timeZone: string): string {
  switch (state.kind) {
    case 'saved':
      return state.atMs === undefined ? 'Every change is saved' : `Saved ${clock(state.atMs, timeZone)}`;
    case 'saving':
      return 'Saving…';
    case 'retrying':
      return 'Not saved yet, trying again';
    case 'conflict':
    case 'failed':
      return 'Not saved';
  }
}

function clock(ms: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(ms);
}

export type SaveTroubleProps = {
  state: SaveState;
  onboardingId: string;
  onSaveAgain: () => void;
  onKeepMine: (otherVersion: number) => void;
};

/** What to do when a save did not go through; nothing on the page is lost meanwhile. */
export function SaveTrouble({ state, onboardingId, onSaveAgain, onKeepMine }: SaveTroubleProps) {
  const router = useRouter();
  const [isReading, setReading] = useState(false);
  if (state.kind === 'conflict') {
    const handleKeep = async () => {
      setReading(true);
      try {
        const current = await readJson(`/api/onboardings/${onboardingId}`, readDraftReply);
        onKeepMine(current.version);
      } finally {
        setReading(false);
      }
    };
    return (
      <Notice
        tone="caution"
        announce="alert"
        title="This onboarding was changed in another tab or by a colleague"
        actions={
          <>
            <Button size="small" onPress={() => router.refresh()}>
              Show the other version
            </Button>
            <Button size="small" onPress={() => void handleKeep()} isPending={isReading}>
              Keep what is on this page
            </Button>
          </>
        }
      >
        <p>Both versions still exist. Nothing is saved from this page until you choose.</p>
      </Notice>
    );
  }
  if (state.kind !== 'failed') return null;
  if (state.error.kind === 'signed-out') {
    return (
      <Notice
        tone="caution"
        announce="alert"
        title="You are signed out"
        actions={
          <>
            <Link
              href={signInPath()}
              target="_blank"
              className={buttonStyles({ variant: 'primary', size: 'small' })}
            >
              Sign in in a new tab
            </Link>
            <Button size="small" onPress={onSaveAgain}>
              Save again
            </Button>
          </>
        }
      >
        <p>
          Your latest changes are still on this page. Sign in in a new tab, come back here, and they are
          saved.
        </p>
      </Notice>
    );
  }
  return (
    <AppErrorNotice
      error={state.error}
      actions={
        <Button size="small" onPress={onSaveAgain}>
          Save again
        </Button>
      }
    />
  );
}
