'use client';

import { useRef, useState } from 'react';
import { doCommand, withCodeText } from '@/lib/mapping/history';
import type { MappingHistory, MappingState } from '@/lib/mapping/mapping';
import { readCode } from '@/lib/mapping/read-code';
import { toWireRows, type WireDialect } from '@/lib/mapping/wire-dialects';
import { createMappingId } from './create-mapping-id';
import type { MappingModel } from './use-mapping-model';
import { useSettledText } from './use-settled-text';

// Edits with a longer pause between them are separate steps of the history.
const sessionMs = 10_000;

/** The mappings as text and back: typed text is applied when it can be read, and kept in the draft when it cannot. */
export function useCodeText(model: MappingModel, history: MappingHistory, dialect: WireDialect) {
  const { state } = history;
  const [text, setText] = useState(() => history.codeText ?? printRows(state, dialect));
  const [revision, setRevision] = useState(0);
  // What the text stands for: it must follow an undo, and must not be rewritten by its own outcome.
  const [shown, setShown] = useState({ state, dialect });
  const session = useRef<{ base: MappingHistory; outcome: MappingHistory; atMs: number }>(undefined);

  const rewrite = (from: MappingState) => {
    setText(printRows(from, dialect));
    setRevision((last) => last + 1);
  };

  if (shown.state !== state || shown.dialect !== dialect) {
    setShown({ state, dialect });
    if (history.codeText === undefined) rewrite(state);
  }

  const apply = (typed: string) => {
    const current = model.current();
    const { mappings } = readCode(typed, model);
    if (!mappings) {
      const kept = withCodeText(current, typed);
      if (session.current?.outcome === current) session.current.outcome = kept;
      model.replace(kept);
      return;
    }
    const last = session.current;
    const goesOn = last?.outcome === current && Date.now() - last.atMs < sessionMs;
    const base = goesOn ? last.base : withCodeText(current, undefined);
    const outcome = withCodeText(
      doCommand(base, { type: 'replace-all', mappings }, { createId: createMappingId }),
      undefined,
    );
    session.current = { base, outcome, atMs: Date.now() };
    setShown({ state: outcome.state, dialect });
    model.replace(outcome);
  };
  const settled = useSettledText(apply);

  return {
    text,
    /** Grows when the text was written from here, so that the box takes it over and not its own echo. */
    revision,
    type: (typed: string) => {
      setText(typed);
      settled.keep(typed);
    },
    /** Applies what was typed last, and makes the next edit a step of its own. */
    finish: () => {
      settled.flush();
      session.current = undefined;
    },
    /** Gives the unfinished text up for the mappings as they are. */
    discard: () => {
      settled.drop();
      session.current = undefined;
      model.replace(withCodeText(model.current(), undefined));
      rewrite(model.current().state);
    },
  };
}

function printRows(state: MappingState, dialect: WireDialect): string {
  return JSON.stringify(toWireRows(state.mappings, dialect), null, 2);
}
