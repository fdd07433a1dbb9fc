'use client';

import { type KeyboardEvent, useState } from 'react';
import type { TreeGridHandle } from '@/components/schema-tree/tree-grid';
import { useAnnounce } from '@/components/ui/live-region';
import { findBestHit, findNamesake } from '@/lib/mapping/best-target';
import type { Formula } from '@/lib/mapping/formulas';
import { changedPaths, redo, undo } from '@/lib/mapping/history';
import { judgeObserved } from '@/lib/mapping/observed-values';
import { checkFieldPair, type Verdict } from '@/lib/mapping/rules';
import { fieldAt, findFieldId } from '@/lib/schema/field';
import type { SchemaStatistics } from '@/lib/schema/statistics';
import type { TreeView } from '@/lib/schema/tree-view';
import type { FieldRef, Side } from './field-ref';
import type { MappingModel } from './use-mapping-model';

export type EditorNotice = {
  tone: 'positive' | 'caution' | 'negative';
  text: string;
  /** What would put it right, in one press each. */
  remedies?: readonly { label: string; run: () => void }[];
};

export type GestureEnvironment = {
  model: MappingModel;
  viewOf: (side: Side) => TreeView;
  gridOf: (side: Side) => TreeGridHandle | null;
  activeOf: (side: Side) => number;
  filterSide: (side: Side, query: string) => void;
  /** Gives up the counter's filter, so that what an undo touched can be seen. */
  showEverything: () => void;
  readOnly: boolean;
  /** Calculations that make of a source field what a target field takes. */
  formulasFor: (sourceId: number, targetId: number) => readonly Formula[];
  /** What the sample shows of the source fields. */
  statistics: SchemaStatistics;
};

const verdictTones = { fits: 'positive', converts: 'caution', refused: 'negative' } as const;

/** The three ways to map a field, and undo: all end in the same commands. */
export function useGestures(environment: GestureEnvironment) {
  const { model, viewOf, gridOf, activeOf, filterSide, readOnly } = environment;
  const announce = useAnnounce();
  const [picked, setPicked] = useState<FieldRef & { otherQuery: string; movingId?: string }>();
  const [notice, setNotice] = useState<EditorNotice>();

  const otherSide = (side: Side): Side => (side === 'source' ? 'target' : 'source');
  const nameOf = ({ side, id }: FieldRef) => viewOf(side).tree.name[id] ?? '';
  const linksOf = ({ side, id }: FieldRef) => model.marks[side].get(id)?.mappingIds ?? [];

  const judge = (one: FieldRef, two: FieldRef): Verdict => {
    const [from, to] = one.side === 'source' ? [one, two] : [two, one];
    const target = fieldAt(model.targetTree, to.id);
    const filledBy = model.state.mappings.find((mapping) => mapping.target === target.path)?.source;
    const source = fieldAt(model.sourceTree, from.id);
    const verdict = checkFieldPair(source, target, {
      tenantRoot: model.tenantRoot,
      ...(filledBy === undefined ? {} : { filledBy }),
    });
    const observed = environment.statistics.get(source.path);
    return observed ? judgeObserved(verdict, source, target, observed) : verdict;
  };

  const pick = (field: FieldRef, movingId?: string) => {
    // What is typed while a field is picked up is for this one field; the search before it comes back afterwards.
    setPicked({
      ...field,
      otherQuery: viewOf(otherSide(field.side)).snapshot().query,
      ...(movingId !== undefined && { movingId }),
    });
    setNotice(undefined);
    const where = `${movingId === undefined ? 'a' : 'another'} ${otherSide(field.side)} field`;
    announce(`${nameOf(field)} picked up. Choose ${where}, or press Escape to put it back.`);
  };

  const cancelPick = () => {
    if (!picked) return;
    filterSide(otherSide(picked.side), picked.otherQuery);
    setPicked(undefined);
    setNotice(undefined);
    announce('Put back. Nothing was mapped.');
    gridOf(picked.side)?.focusField(picked.id);
  };

  const calculate = ({ title, expression, sourceId }: Formula, target: string) => {
    model.run({ type: 'connect', mapping: { kind: 'expression', source: expression, target } });
    setPicked(undefined);
    const text = `Mapped with the calculation “${title}”.`;
    setNotice({ tone: 'positive', text });
    announce(text);
    gridOf('source')?.focusField(sourceId);
    const targetId = findFieldId(model.targetTree, target);
    if (targetId >= 0) gridOf('target')?.showField(targetId);
  };

  /** True when the fields were mapped; with `movingId` by giving that mapping a new end. */
  const connect = (one: FieldRef, two: FieldRef, movingId?: string): boolean => {
    const [from, to] = one.side === 'source' ? [one, two] : [two, one];
    const verdict = judge(one, two);
    const source = model.sourceTree.path[from.id] ?? '';
    const target = model.targetTree.path[to.id] ?? '';
    if (verdict.verdict === 'refused') {
      const formulas = movingId === undefined ? environment.formulasFor(from.id, to.id) : [];
      const remedies = formulas.map((formula) => ({
        label: formula.title,
        run: () => calculate(formula, target),
      }));
      setNotice({ tone: 'negative', text: verdict.sentence, ...(remedies.length > 0 && { remedies }) });
      const offered = formulas.map(({ title }) => ` A button above offers: ${title}.`).join('');
      announce(`Not mapped. ${verdict.sentence}${offered}`, 'assertive');
      return false;
    }
    const label = `Move a mapping to ${two.side === 'source' ? source : target}`;
    const hasChanged = model.run(
      movingId === undefined
        ? { type: 'connect', mapping: { kind: 'attribute', source, target } }
        : {
            type: 'edit-many',
            changes: [two.side === 'target' ? { id: movingId, target } : { id: movingId, source }],
            label,
          },
    );
    const done = movingId === undefined ? 'Mapped' : 'Moved:';
    const said = hasChanged ? `${done} ${nameOf(from)} to ${nameOf(to)}.` : 'These are mapped already.';
    setNotice({ tone: verdictTones[verdict.verdict], text: `${said} ${verdict.sentence}` });
    announce(`${said} ${verdict.sentence}`);
    return true;
  };

  const place = (over: FieldRef, returnsFocus: boolean) => {
    if (!picked || !connect(picked, over, picked.movingId)) return;
    setPicked(undefined);
    filterSide(over.side, picked.otherQuery);
    if (returnsFocus) gridOf(picked.side)?.focusField(picked.id);
    else gridOf(over.side)?.showField(over.id);
  };

  const remove = (mappingIds: readonly string[]) => {
    if (readOnly || mappingIds.length === 0) return;
    model.run({ type: 'disconnect-many', ids: mappingIds });
    const text = mappingIds.length === 1 ? 'Mapping removed.' : `${mappingIds.length} mappings removed.`;
    setNotice({ tone: 'positive', text: `${text} Undo brings it back.` });
    announce(text);
  };

  const travel = (way: 'undo' | 'redo') => {
    const before = model.current();
    const step = (way === 'undo' ? before.undo : before.redo).at(-1);
    if (!step || readOnly) {
      announce(way === 'undo' ? 'Nothing to undo.' : 'Nothing to redo.');
      return;
    }
    const after = way === 'undo' ? undo(before) : redo(before);
    model.replace(after);
    const touched = changedPaths(before.state, after.state);
    environment.showEverything();
    for (const [side, paths] of [
      ['source', touched.sources],
      ['target', touched.targets],
    ] as const) {
      const id = paths[0] === undefined ? -1 : findFieldId(viewOf(side).tree, paths[0]);
      if (id >= 0) gridOf(side)?.showField(id);
    }
    const text = `${way === 'undo' ? 'Undone' : 'Redone'}: ${step.label}.`;
    setNotice({ tone: 'positive', text });
    announce(text);
  };

  const handleRowClick = (field: FieldRef, isHandle: boolean) => {
    if (readOnly) return;
    if (!picked) {
      // A click on a target only looks at it; its handle begins a mapping the other way round.
      if (field.side === 'source' || isHandle) pick(field);
      return;
    }
    if (picked.side !== field.side) place(field, false);
    else if (picked.id === field.id) cancelPick();
    else pick(field);
  };

  const pickByKey = (field: FieldRef, movingId?: string) => {
    const to = otherSide(field.side);
    pick(field, movingId);
    const { tree } = viewOf(field.side);
    const taken = model.marks[to];
    const namesake = findNamesake(
      tree,
      viewOf(to).tree,
      field.id,
      (id) => (taken.get(id)?.mappingIds.length ?? 0) > 0,
    );
    const landing = namesake >= 0 ? namesake : Math.max(0, viewOf(to).nearestShown(activeOf(to)));
    if (viewOf(to).tree.count > 0) gridOf(to)?.focusField(landing);
  };

  const typeQuery = (side: Side, query: string) => {
    if (!picked) return;
    filterSide(side, query);
    const view = viewOf(side);
    const isUsable = (id: number) => judge(picked, { side, id }).verdict !== 'refused';
    const best = query === '' ? activeOf(side) : findBestHit(view.tree, query, view.isHit, isUsable);
    if (best >= 0) {
      gridOf(side)?.focusField(best);
      if (query !== '') announce(`${view.hitCount()} found. ${judge(picked, { side, id: best }).sentence}`);
    } else {
      gridOf(side)?.scroller()?.focus();
      announce(`Nothing found for ${query}.`);
    }
  };

  const handlePickedKey = (event: KeyboardEvent, field: FieldRef): boolean => {
    const query = viewOf(field.side).snapshot().query;
    if (event.key === 'Enter') {
      if (field.id >= 0) place(field, true);
    } else if (event.key === 'Backspace') {
      typeQuery(field.side, Array.from(query).slice(0, -1).join(''));
    } else if (event.key.length === 1 && event.key !== '*' && (event.key !== ' ' || query !== '')) {
      typeQuery(field.side, query + event.key);
    } else return false;
    event.preventDefault();
    return true;
  };

  const handleKey = (event: KeyboardEvent, side: Side, id: number): boolean => {
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    const field: FieldRef = { side, id };
    if (event.key === 'Escape') {
      if (picked) {
        event.preventDefault();
        cancelPick();
        return true;
      }
      if (viewOf(side).snapshot().query === '') return false;
      filterSide(side, '');
      if (id >= 0) gridOf(side)?.focusField(id);
      return true;
    }
    if (readOnly) return false;
    if (picked && picked.side !== side && handlePickedKey(event, field)) return true;
    if (id < 0) return false;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (picked?.side === side && picked.id === id) cancelPick();
      else pickByKey(field);
      return true;
    }
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      const ids = linksOf(field);
      if (ids.length > 0) remove(ids);
      else announce(`${nameOf(field)} is not mapped.`);
      return true;
    }
    return false;
  };

  return {
    picked,
    notice,
    setNotice,
    judge,
    connect,
    remove,
    travel,
    cancelPick,
    /** Picks a mapping up by its target end, for clicks and keys. */
    pickMapping: (id: string) => {
      const row = model.checked.find(({ mapping }) => mapping.id === id);
      if (row && row.sourceId >= 0 && !readOnly) pickByKey({ side: 'source', id: row.sourceId }, id);
    },
    clearPick: () => setPicked(undefined),
    handleRowClick,
    handleKey,
    linksOf,
  };
}

export type Gestures = ReturnType<typeof useGestures>;
