'use client';

import { useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { checkMappings } from '@/lib/mapping/check-mappings';
import type { MappingCommand } from '@/lib/mapping/commands';
import { measureCoverage } from '@/lib/mapping/coverage';
import { doCommand } from '@/lib/mapping/history';
import type { MappingHistory } from '@/lib/mapping/mapping';
import { tenantRootOf } from '@/lib/mapping/preset';
import { proposeRepairs } from '@/lib/mapping/propose-repairs';
import { buildSchemaTree, type SchemaTree } from '@/lib/schema/schema-tree';
import { createMappingId } from './create-mapping-id';
import type { MappingEditorProps } from './mapping-editor-props';
import { markRows } from './row-marks';
import { useExpressionCheck } from './use-expression-check';

/** Everything the editor shows, worked out from its props; and the one way to change the mappings. */
export function useMappingModel(props: MappingEditorProps) {
  const { sourceSchema, targetSchema, envelopeFields } = props;
  const hidden = envelopeFields.join('\n');
  // Memoised by hand: trees are costly, and their numbers are what the views and the lines hold on to.
  const sourceTree = useMemo(
    () => buildSchemaTree(sourceSchema, { hide: hidden === '' ? [] : hidden.split('\n') }),
    [sourceSchema, hidden],
  );
  const targetTree = useMemo(() => buildSchemaTree(targetSchema), [targetSchema]);
  return useTreesModel({ ...props, sourceTree, targetTree });
}

export type TreesModelProps = Pick<
  MappingEditorProps,
  'targetSchema' | 'tenantId' | 'history' | 'onChange' | 'rowErrors' | 'requiredTargets' | 'identityTargets'
> & { sourceTree: SchemaTree; targetTree: SchemaTree };

/** The same for trees that are built already; they must stay the same between renders. */
export function useTreesModel(props: TreesModelProps) {
  const { sourceTree, targetTree, targetSchema, tenantId, history, onChange, rowErrors } = props;
  const { requiredTargets, identityTargets } = props;
  const tenantRoot = tenantRootOf(tenantId);
  const { state } = history;

  const checkExpression = useExpressionCheck(state.mappings);
  const checked = useMemo(
    () =>
      checkMappings(state, { sourceTree, targetTree, tenantRoot }, checkExpression).map((row) => {
        const error = rowErrors?.[row.mapping.id];
        // Our own refusal says how to put it right, and comes first.
        return error === undefined || row.verdict === 'refused'
          ? row
          : { ...row, verdict: 'refused' as const, sentence: error };
      }),
    [state, sourceTree, targetTree, tenantRoot, rowErrors, checkExpression],
  );
  // Can wait: what a person does comes first.
  const settled = useDeferredValue(checked);
  const repairs = useMemo(
    () => proposeRepairs(settled, { sourceTree, targetTree, tenantRoot }),
    [settled, sourceTree, targetTree, tenantRoot],
  );
  const coverage = useMemo(
    () => measureCoverage({ state, checked, sourceTree, targetTree, requiredTargets, identityTargets }),
    [state, checked, sourceTree, targetTree, requiredTargets, identityTargets],
  );
  const marks = useMemo(
    () => markRows({ state, checked, coverage, sourceTree, targetTree, requiredTargets, identityTargets }),
    [state, checked, coverage, sourceTree, targetTree, requiredTargets, identityTargets],
  );

  // Two commands may come before the page has rendered the first one's outcome.
  const latest = useRef<MappingHistory>(history);
  useEffect(() => {
    latest.current = history;
  }, [history]);

  const replace = (next: MappingHistory) => {
    if (next === latest.current) return;
    latest.current = next;
    onChange(next);
  };
  const run = (command: MappingCommand): boolean => {
    const next = doCommand(latest.current, command, { createId: createMappingId });
    const hasChanged = next !== latest.current;
    replace(next);
    return hasChanged;
  };
  const current = () => latest.current;

  return {
    state,
    sourceTree,
    targetTree,
    targetSchema,
    tenantRoot,
    checked,
    repairs,
    coverage,
    marks,
    run,
    replace,
    current,
  };
}

export type MappingModel = ReturnType<typeof useMappingModel>;
