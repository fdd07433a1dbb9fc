'use client';

import { ArrowRight, Wrench } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useAnnounce } from '@/components/ui/live-region';
import type { MappingChange } from '@/lib/mapping/commands';
import type { Repair } from '@/lib/mapping/propose-repairs';
import { PathText } from './path-text';
import type { MappingModel } from './use-mapping-model';

export type RepairBarProps = { repairs: readonly Repair[]; model: MappingModel };

// More of them are for the button that applies all.
const listed = 20;

/** Offers new ends for rows whose field is gone, each with one click, all as one step. */
export function RepairBar({ repairs, model }: RepairBarProps) {
  const announce = useAnnounce();
  const [isOpen, setOpen] = useState(false);
  const [declined, setDeclined] = useState<ReadonlySet<string>>(new Set());
  const offered = repairs.filter((repair) => !declined.has(keyOf(repair)));
  const [first] = offered;
  if (!first) return null;

  const apply = (chosen: readonly Repair[]) => {
    const changes = new Map<string, MappingChange>();
    for (const { mappingId, end, to } of chosen) {
      changes.set(mappingId, { id: mappingId, ...changes.get(mappingId), [end]: to });
    }
    const [only] = chosen;
    const label =
      changes.size === 1 && only
        ? `Repair ${lastName(only.from)}, now ${lastName(only.to)}`
        : `Repair ${changes.size} mappings`;
    model.run({ type: 'edit-many', changes: [...changes.values()], label });
    announce(`${label}. Undo takes it back.`);
  };
  const decline = (repair: Repair) => setDeclined(new Set([...declined, keyOf(repair)]));

  return (
    <section
      aria-label="Fields that are gone"
      className="border-b border-line bg-caution-soft px-3 py-2 text-sm"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Wrench aria-hidden size={16} className="shrink-0 text-caution" />
        <span className="min-w-0">
          {offered.length === 1 ? (
            <Sentence repair={first} />
          ) : (
            `${offered.length} fields that mappings name are gone, and similar ones exist.`
          )}
        </span>
        <span className="ms-auto flex gap-1.5">
          {offered.length > 1 && (
            <Button size="small" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
              {isOpen ? 'Hide' : 'Look at them'}
            </Button>
          )}
          {offered.length === 1 && (
            <Button size="small" onPress={() => decline(first)}>
              Leave as it is
            </Button>
          )}
          <Button size="small" variant="primary" onPress={() => apply(offered)}>
            {offered.length === 1 ? 'Repair' : `Repair all ${offered.length}`}
          </Button>
        </span>
      </div>
      {isOpen && offered.length > 1 && (
        <ul className="mt-2 max-h-40 space-y-1 overflow-y-auto">
          {offered.slice(0, listed).map((repair) => (
            <li key={keyOf(repair)} className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">
                <PathText path={repair.from} />
                <ArrowRight aria-label="moved to" size={12} className="rtl:-scale-x-100" />
                <PathText path={repair.to} />
              </span>
              <Button size="small" onPress={() => decline(repair)}>
                Leave as it is
              </Button>
              <Button size="small" aria-label={`Repair ${repair.from}`} onPress={() => apply([repair])}>
                Repair
              </Button>
            </li>
          ))}
          {offered.length > listed && <li className="text-text-muted">and {offered.length - listed} more</li>}
        </ul>
      )}
    </section>
  );
}

function Sentence({ repair: { from, to, end } }: { repair: Repair }) {
  return (
    <>
      The {end} field <PathText path={from} /> is gone. Has it moved to <PathText path={to} />?
    </>
  );
}

function keyOf({ mappingId, end, to }: Repair): string {
  return `${mappingId} ${end} ${to}`;
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}
