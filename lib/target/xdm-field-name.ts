// Words of the expression language: a field of that name could not be named in a calculation without wrapping it.
const reservedWords = new Set(
  'new mod or break var lt for false while eq gt div not null continue else and ne true le if ge return'.split(
    ' ',
  ),
);

/**
 * A name the registry accepts for a custom field: letters, digits, `-` and `_`, not starting with an underscore (that is
 * the tenant object's) or a digit, and no reserved word of Data Prep. Legal names come back unchanged.
 */
export function toXdmFieldName(sourceName: string): string {
  const legal = sourceName
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9_-]+/g, '_')
    .replace(/^[_-]+/, '')
    .replace(/[_-]+$/, '');
  if (legal === '') return 'field';
  if (reservedWords.has(legal)) return `${legal}_field`;
  return (/^[0-9]/.test(legal) ? `field_${legal}` : legal).slice(0, 120);
}

/**
 * Names for the children of one object, in order. Two that would differ only by case, or not at all, get a number: the
 * registry takes `Email` and `email` for one another.
 */
export function toXdmFieldNames(sourceNames: readonly string[]): string[] {
  const taken = new Set<string>();
  return sourceNames.map((sourceName) => {
    const wanted = toXdmFieldName(sourceName);
    let name = wanted;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${wanted}_${count}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
