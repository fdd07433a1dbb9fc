/**
 * What the benchmark page can show: the product's trees with lines and dragging; the whole view around them with searches, bar
 * and strip; a plain list, alone and under the product's lines; and a well-known accessible tree.
 */
export type PanesKind = 'product' | 'view' | 'plain' | 'plain-with-lines' | 'peer';
