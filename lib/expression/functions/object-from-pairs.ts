import { toText } from '../coerce';
import { chargeList } from '../evaluation-context';
import type { FunctionBody } from '../function-definition';
import { fail, objectFromEntries } from '../value';

/** Object of keys and values given in turn. */
export function objectFromPairs(name: string): FunctionBody {
  return (args, context) => {
    chargeList(context, args.length);
    const entries: [string, unknown][] = [];
    for (let at = 0; at + 1 < args.length; at += 2) {
      const key = toText(args[at], name);
      if (key === null) return fail(`${name} has a key that is null`);
      entries.push([key, args[at + 1] ?? null]);
    }
    return objectFromEntries(entries);
  };
}

/** Whether a number of arguments makes whole pairs. */
export const inPairs = (count: number): boolean => count % 2 === 0;
