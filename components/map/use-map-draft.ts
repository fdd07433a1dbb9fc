'use client';

import { useEffect, useRef, useState } from 'react';
import { useAnnounce } from '@/components/ui/live-region';
import { useDraftVersion } from '@/components/wizard/draft-version';
import { useAutosave } from '@/components/wizard/use-autosave';
import { compressText } from '@/lib/compressed-text';
import type { OnboardingId } from '@/lib/ids';
import { doCommand } from '@/lib/mapping/history';
import { emptyMappingHistory, type MappingHistory } from '@/lib/mapping/mapping';
import { packHistory, type StoredHistory, unpackHistory } from '@/lib/mapping/stored-history';
import type { Target } from '@/lib/wizard/draft';
import type { TargetReply } from '@/lib/wizard/replies';
import { saveMapping } from '@/server/actions/save-mapping';
import { createMappingId } from './create-mapping-id';
import type { DatasetDetails } from './target/dataset-details';
import { useUnsentMapping } from './use-unsent-mapping';

// Characters; far below what the server takes in one request.
const compressAbove = 100_000;

export type MapDraftInput = {
  onboardingId: OnboardingId;
  resourcePath: string;
  stored: StoredHistory | null;
  canEdit: boolean;
  /** The target as it was read; undefined until then. */
  readTarget: Target | undefined;
};

/** The mappings and their target as they are on this page; every change is kept in the browser and saved. */
export function useMapDraft({ onboardingId, resourcePath, stored, canEdit, readTarget }: MapDraftInput) {
  const [history, setHistory] = useState(() => (stored ? unpackHistory(stored) : emptyMappingHistory));
  const [edited, setEdited] = useState<Target>();
  const target = edited ?? readTarget;
  const version = useDraftVersion();
  const unsent = useUnsentMapping(`${onboardingId}.${resourcePath}`, history.state, canEdit);
  const announce = useAnnounce();
  const latest = useRef(history);
  const reading = useRef<Promise<TargetReply>>(undefined);
  useEffect(() => {
    latest.current = history;
  });
  const save = useAutosave(
    async ({ target, mapping }: { target: Target; mapping: MappingHistory }, expectedVersion: number) => {
      const text = JSON.stringify(packHistory(mapping));
      // A short one goes out at once: a page that is being closed does not wait for a compression.
      const sent = text.length > compressAbove ? await compressText(text) : text;
      const result = await saveMapping({
        onboardingId,
        expectedVersion,
        resourcePath,
        target,
        mapping: sent,
      });
      if (result.ok) unsent.confirm(mapping.state);
      return result;
    },
  );

  const changeHistory = (changed: MappingHistory) => {
    setHistory(changed);
    if (changed.state !== history.state) unsent.keep(changed.state, version.current);
    if (target) save.schedule({ target, mapping: changed });
  };

  return {
    history,
    target,
    version,
    unsent,
    save,
    changeHistory,
    /** Another target, with the mappings that follow it. */
    changeTarget: (changed: Target, mapping: MappingHistory = history) => {
      setEdited(changed);
      if (mapping !== history) {
        setHistory(mapping);
        unsent.keep(mapping.state, version.current);
      }
      save.schedule({ target: changed, mapping });
    },
    /** Goes on with the target that the server answers with; nothing is saved when it cannot be read. */
    takeTarget: (reply: Promise<TargetReply>, details?: DatasetDetails) => {
      setEdited(undefined);
      reading.current = reply;
      reply.then(
        (read) => {
          // An answer to an earlier choice comes too late; mappings may have changed while this one was under way.
          if (reading.current !== reply) return;
          const isNamed = details && read.target.kind === 'new-dataset';
          const taken = isNamed ? { ...read.target, ...details } : read.target;
          if (isNamed) setEdited(taken);
          save.schedule({ target: taken, mapping: latest.current });
        },
        () => undefined,
      );
    },
    /** Takes over what a page before this one could not save. */
    bringBack: () => {
      if (!unsent.found) return;
      const { mappings, unmappedOnPurpose } = unsent.found;
      const context = { createId: createMappingId };
      changeHistory(doCommand(history, { type: 'bring-back', mappings, unmappedOnPurpose }, context));
      announce('Unsaved changes are back. Undo takes them away again.');
      unsent.settle();
    },
    /** Who leaves a mapping they only looked at has accepted its target as it stands. */
    settle: () => {
      const { state, schedule } = save;
      if (!target || !canEdit || state.kind !== 'saved' || state.atMs !== undefined) return;
      schedule({ target, mapping: history });
    },
  };
}

export type MapDraft = ReturnType<typeof useMapDraft>;
