export type Side = 'source' | 'target';
/** A field of one of the two trees, by its number there. */
export type FieldRef = { side: Side; id: number };
