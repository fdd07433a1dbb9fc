'use client';

import { Moment } from '@/components/shell/moment';
import { RadioGroup } from '@/components/ui/radio-group';
import type { PathReply } from '@/lib/wizard/replies';

/** The resource paths with what their sample tells; one that cannot be read stays in view and says what is missing. */
export function PathList({
  paths,
  value,
  onChange,
}: {
  paths: readonly PathReply[];
  value: string | null;
  onChange: (path: string) => void;
}) {
  return (
    <RadioGroup
      label="What to bring in"
      look="cards"
      value={value === null ? null : key(value)}
      onChange={(chosen) => onChange(chosen.slice(1))}
      options={paths.map((path) => ({
        value: key(path.path),
        label: path.title,
        isDisabled: path.outcome === 'permission-missing' || path.outcome === 'refused',
        description: (
          <>
            <span className="block">{path.description}</span>
            <span className="block">
              <PathFacts path={path} />
            </span>
          </>
        ),
      }))}
    />
  );
}

// The one stream of a source without paths has an empty one, which is no value for a radio button.
const key = (path: string) => `/${path}`;

function PathFacts({ path }: { path: PathReply }) {
  switch (path.outcome) {
    case 'readable':
      return (
        <>
          {path.sampleCount === 0
            ? 'No records yet'
            : `${path.sampleCount} ${path.sampleCount === 1 ? 'record' : 'records'} in the sample`}
          {path.newestSeconds !== undefined && (
            <>
              , newest <Moment timeMs={path.newestSeconds * 1000} look="relative" isPast />
            </>
          )}
        </>
      );
    case 'permission-missing':
      return <>Not readable: the credential lacks “{path.permission}”</>;
    case 'refused':
      return <>{path.sentence}</>;
    case 'unanswered':
      return <>No answer yet; it can be chosen all the same</>;
  }
}
