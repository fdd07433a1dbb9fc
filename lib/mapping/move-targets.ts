import type { FieldMapping } from './mapping';

/**
 * New targets for the mappings whose target lies at or below `from`: the same rest below `to`. Empty means the top.
 * Names are taken whole: `a.b` is not the beginning of `a.bc`.
 */
export function moveTargets(
  mappings: readonly FieldMapping[],
  from: string,
  to: string,
): { id: string; target: string }[] {
  const old = from.trim().replace(/\.$/, '');
  const fresh = to.trim().replace(/\.$/, '');
  if (old === fresh) return [];
  return mappings.flatMap(({ id, target }) => {
    const rest = old === '' ? target : target.slice(old.length);
    const begins = old === '' || (target.startsWith(old) && (rest === '' || /^[.[]/.test(rest)));
    if (!begins) return [];
    const tail = rest.replace(/^\./, '');
    const moved =
      tail === '' ? fresh : tail.startsWith('[') || fresh === '' ? fresh + tail : `${fresh}.${tail}`;
    return moved === '' || moved === target ? [] : [{ id, target: moved }];
  });
}
