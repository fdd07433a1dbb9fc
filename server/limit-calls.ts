/** Runs a call when there is a place for it. One that is `ahead` overtakes at most so many that came before it. */
export type TakeTurn = <T>(call: () => Promise<T>, ahead?: number) => Promise<T>;

/** Runs at most `atOnce` of the given calls at a time; the others wait, in order but for those that are ahead. */
export function limitCalls(atOnce: number): TakeTurn {
  let running = 0;
  let arrived = 0;
  const waiting: { place: number; start: () => void }[] = [];
  return async (call, ahead = 0) => {
    arrived += 1;
    if (running >= atOnce) {
      const place = arrived - ahead;
      await new Promise<void>((start) => {
        const at = waiting.findLastIndex((other) => other.place <= place) + 1;
        waiting.splice(at, 0, { place, start });
      });
    } else running += 1;
    try {
      return await call();
    } finally {
      const next = waiting.shift();
      // The place is handed over: nobody who comes now can slip in between.
      if (next) next.start();
      else running -= 1;
    }
  };
}
