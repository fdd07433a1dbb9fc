import { Moment } from '@/components/shell/moment';
import { Button } from '@/components/ui/button';
import { CheckboxGroup } from '@/components/ui/checkbox-group';
import { formatPlural } from '@/lib/format/numbers';
import type { PathSummary } from '@/lib/wizard/path-summary';
import type { PathReply } from '@/lib/wizard/replies';

export type PathListProps = {
  paths: readonly PathReply[];
  value: readonly string[];
  /** Those with work that come back with it when they are chosen. */
  worked: readonly PathSummary[];
  onChange: (paths: string[]) => void;
};

/**
 * The resource paths with what their sample tells; one that cannot be read stays in view and says what is missing. A
 * source with one stream has nothing to choose.
 */
export function PathList({ paths, value, worked, onChange }: PathListProps) {
  const [only, ...more] = paths;
  if (only && more.length === 0) {
    return (
      <section aria-label="What comes in" className="rounded-md border border-line bg-surface p-3">
        <p className="font-medium">{only.title}</p>
        <p className="text-sm text-text-muted">{only.description}</p>
        <p className="text-sm text-text-muted">
          <PathFacts path={only} />
        </p>
      </section>
    );
  }
  const choosable = paths.filter((path) => !isUnreadable(path) || value.includes(path.path));
  const areAllChosen = choosable.every((path) => value.includes(path.path));
  return (
    <>
      <CheckboxGroup
        label="What to bring in"
        hint="Each becomes a dataflow of its own on the same account."
        value={value}
        onChange={onChange}
        options={paths.map((path) => {
          const kept = worked.find(({ resourcePath }) => resourcePath === path.path);
          return {
            value: path.path,
            label: path.title,
            // What was chosen can be taken out whether or not it can be read.
            isDisabled: isUnreadable(path) && !value.includes(path.path),
            description: (
              <>
                <span className="block">{path.description}</span>
                <span className="block">
                  <PathFacts path={path} />
                </span>
                {kept && !value.includes(path.path) && (
                  <span className="block text-text">
                    {kept.mappedCount > 0
                      ? `Comes back with ${formatPlural(kept.mappedCount, 'mapping')}`
                      : 'Comes back with its target'}
                  </span>
                )}
              </>
            ),
          };
        })}
      />
      {choosable.length > 1 && !areAllChosen && (
        <div>
          <Button size="small" variant="quiet" onPress={() => onChange(choosable.map(({ path }) => path))}>
            Choose all {choosable.length}
          </Button>
        </div>
      )}
    </>
  );
}

/** The credential in use may not read it, or is refused for it. */
export function isUnreadable(path: PathReply): boolean {
  return path.outcome === 'permission-missing' || path.outcome === 'refused';
}

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
