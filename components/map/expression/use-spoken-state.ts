'use client';

import { useEffect, useRef } from 'react';
import { useAnnounce } from '@/components/ui/live-region';
import type { Diagnostic } from '@/lib/expression/diagnostic';
import type { CallAt } from '@/lib/expression/find-call-at';
import { describeResult, type SampleResult } from '@/lib/mapping/evaluate-sample';
import { argumentAt } from './argument-at';

// Longer than a pause between two keys: screen readers would never come to the end of a sentence.
const quietMs = 900;

type SpokenState = {
  text: string;
  problems: readonly Diagnostic[];
  shown: SampleResult | undefined;
  recordIndex: number;
  call: CallAt | undefined;
};

/** Says what the expression gives, or what is wrong with it, once the keys have been quiet; never the same twice. */
export function useSpokenState({ text, problems, shown, recordIndex, call }: SpokenState): void {
  const announce = useAnnounce();
  const last = useRef('');
  const active = call && argumentAt(call);
  const help = call
    ? `${call.definition.name}${active ? `, ${active.name}: ${active.description}` : ''}. `
    : '';
  const sentence = text.trim() === '' ? '' : help + spoken(problems, shown, recordIndex);
  useEffect(() => {
    if (sentence === last.current) return;
    const timer = setTimeout(() => {
      last.current = sentence;
      if (sentence !== '') announce(sentence);
    }, quietMs);
    return () => clearTimeout(timer);
  }, [sentence, announce]);
}

function spoken(problems: SpokenState['problems'], shown: SpokenState['shown'], recordIndex: number): string {
  const errors = problems.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  if (first) {
    const count = errors.length === 1 ? '' : `${errors.length} problems. `;
    return `${count}Character ${first.from + 1}: ${first.message}.`;
  }
  if (!shown) return '';
  return shown.ok
    ? `Record ${recordIndex + 1} gives ${describeResult(shown.value)}.`
    : `Record ${recordIndex + 1} stays empty. ${shown.message}`;
}
