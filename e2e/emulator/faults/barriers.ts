export type Barriers = {
  /** Holds the caller until the barrier is released or dropped, or the signal fires (which counts as dropped). */
  hold: (name: string, signal: AbortSignal) => Promise<'release' | 'drop'>;
  /** Waits until somebody is held there, at most `waitMs`; returns how many are. */
  held: (name: string, waitMs: number, signal: AbortSignal) => Promise<number>;
  /** Lets everybody at the barrier go; returns how many. */
  open: (name: string, how: 'release' | 'drop') => number;
  openAll: () => void;
};

/** Named places where fault rules hold requests, so that a test can act between two steps. */
export function createBarriers(): Barriers {
  const waiting = new Map<string, Set<(how: 'release' | 'drop') => void>>();
  const watchers = new Map<string, Set<() => void>>();

  function open(name: string, how: 'release' | 'drop'): number {
    const held = [...(waiting.get(name) ?? [])];
    for (const go of held) go(how);
    return held.length;
  }

  return {
    open,
    openAll() {
      for (const name of [...waiting.keys()]) open(name, 'drop');
    },
    hold(name, signal) {
      return new Promise((resolve) => {
        const held = waiting.get(name) ?? new Set();
        waiting.set(name, held);
        const go = (how: 'release' | 'drop') => {
          held.delete(go);
          if (held.size === 0) waiting.delete(name);
          signal.removeEventListener('abort', drop);
          resolve(how);
        };
        const drop = () => go('drop');
        held.add(go);
        signal.addEventListener('abort', drop);
        for (const seen of [...(watchers.get(name) ?? [])]) seen();
      });
    },
    held(name, waitMs, signal) {
      const count = () => waiting.get(name)?.size ?? 0;
      if (count() > 0 || waitMs <= 0) return Promise.resolve(count());
      return new Promise((resolve) => {
        const seen = watchers.get(name) ?? new Set();
        watchers.set(name, seen);
        const finish = () => {
          seen.delete(finish);
          clearTimeout(timer);
          signal.removeEventListener('abort', finish);
          resolve(count());
        };
        const timer = setTimeout(finish, waitMs);
        signal.addEventListener('abort', finish);
        seen.add(finish);
      });
    },
  };
}
