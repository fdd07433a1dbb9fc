/** What the page can show: the product, the plain floor (alone or under the product's lines), the well-known peer. */
export type PanesKind = 'product' | 'plain' | 'plain-with-lines' | 'peer';
