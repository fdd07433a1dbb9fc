import { Notice } from '@/components/ui/notice';

const words: Record<string, string> = {
  connect: 'the account',
  data: 'the chosen data',
  target: 'the target',
  mapping: 'the mapping',
  schedule: 'the schedule',
};

/** Tells which parts of a draft from an older version could not be taken over; the rest was. */
export function LostParts({ lost }: { lost: readonly string[] }) {
  const list = new Intl.ListFormat('en').format(lost.map((part) => words[part] ?? part));
  return (
    <Notice tone="caution" title="This draft comes from an older version of Tributary">
      <p>Everything was taken over except {list}: please decide that again. Nothing in Adobe has changed.</p>
    </Notice>
  );
}
