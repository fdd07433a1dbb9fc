'use client';

import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { ListBoxItem, Text } from 'react-aria-components';
import { optionStyles } from './field-styles';

/** One choice of a Select or ComboBox. */
export type Option = {
  value: string;
  label: string;
  /** A second line. */
  description?: ReactNode;
  /** Drawn at the end: a badge, a count. */
  trailing?: ReactNode;
  isDisabled?: boolean;
};

/** Draws one option inside a list box, which tells its rows apart by `id`: without one it takes their positions. */
export function OptionRow({ id, option }: { id: string; option: Option }) {
  return (
    <ListBoxItem
      id={id}
      textValue={option.label}
      isDisabled={option.isDisabled === true}
      className={optionStyles}
    >
      <Check aria-hidden size={14} className="invisible mt-1 shrink-0 text-accent group-selected:visible" />
      <span className="min-w-0 flex-1">
        <Text slot="label" className="block">
          {option.label}
        </Text>
        {option.description !== undefined && (
          <Text slot="description" className="block text-sm font-normal text-text-muted">
            {option.description}
          </Text>
        )}
      </span>
      {option.trailing}
    </ListBoxItem>
  );
}
