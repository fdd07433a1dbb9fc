/** Runs at most `atOnce` of the given calls at a time; the others wait in order. */
export function limitCalls(atOnce: number): <T>(call: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (call) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await call();
    } finally {
      const next = waiting.shift();
      // The place is handed over: nobody who comes now can slip in between.
      if (next) next();
      else running--;
    }
  };
}
