'use client';

import { useMemo } from 'react';
import type { TreeGridHandle } from '@/components/schema-tree/tree-grid';
import { afterPaint } from '@/components/ui/after-paint';
import { useAnnounce } from '@/components/ui/live-region';
import { type PresetMappings, presetMappings } from '@/lib/mapping/preset';
import type { MappingPreset } from '@/lib/sources/source-definition';
import type { Side } from './field-ref';
import type { Gestures } from './use-gestures';
import type { MappingModel } from './use-mapping-model';

export type PresetEnvironment = {
  model: MappingModel;
  presets: readonly MappingPreset[];
  tenantId: string;
  gridOf: (side: Side) => TreeGridHandle | null;
  gestures: Gestures;
};

/** The published mapping sets, fitted to the two schemas, each with what it would do and the way to do it. */
export function usePresets({ model, presets, tenantId, gridOf, gestures }: PresetEnvironment) {
  const announce = useAnnounce();
  const { sourceTree, targetTree } = model;
  const fitted = useMemo(
    () =>
      presets.map((preset) => ({
        title: preset.title,
        mappings: presetMappings(preset, { tenantId, sourceTree, targetTree }),
      })),
    [presets, tenantId, sourceTree, targetTree],
  );

  const apply = (title: string, { mappings, missingSources, missingTargets }: PresetMappings) => {
    const missing = missingSources.length + missingTargets.length;
    model.run({ type: 'apply-preset', title, mappings });
    const [first] = mappings;
    if (first) {
      gridOf('source')?.showField(sourceTree.idOfPath.get(first.source) ?? 0);
      gridOf('target')?.showField(targetTree.idOfPath.get(first.target) ?? 0);
    }
    const text = `${mappings.length} mappings applied.${missing > 0 ? ` ${missing} fields do not exist here and were left out.` : ''}`;
    gestures.setNotice({ tone: missing > 0 ? 'caution' : 'positive', text });
    announce(text);
  };

  return fitted.map(({ title, mappings }) => ({
    title,
    description: describePreset(mappings),
    // The menu closes first: drawing many lines takes a moment.
    onApply: () => afterPaint(() => apply(title, mappings)),
  }));
}

function describePreset({ mappings, missingSources, missingTargets }: PresetMappings): string {
  const missing = missingSources.length + missingTargets.length;
  const fits = mappings.length === 1 ? '1 mapping fits' : `${mappings.length} mappings fit`;
  return missing === 0 ? `${fits}.` : `${fits}; ${missing} fields do not exist here.`;
}
