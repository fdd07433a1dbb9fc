import type { RowLink } from './tree-row';

/** What a row shows besides its field. */
export type RowMark = {
  link: RowLink;
  linkText: string;
  sample: string;
  isIdentity: boolean;
  isRequired: boolean;
  isRequiredLeft: boolean;
  isDimmed: boolean;
};

export const plainMark: RowMark = {
  link: 'none',
  linkText: '',
  sample: '',
  isIdentity: false,
  isRequired: false,
  isRequiredLeft: false,
  isDimmed: false,
};
