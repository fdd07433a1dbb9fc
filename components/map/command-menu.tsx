'use client';

import { useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
  Text,
} from 'react-aria-components';
import { optionStyles } from '@/components/ui/field-styles';
import { findFields } from '@/lib/mapping/find-fields';
import type { SchemaTree } from '@/lib/schema/schema-tree';
import type { EditorHeaderProps } from './editor-header';
import type { FieldRef, Side } from './field-ref';
import { type MenuActions, menuCommands } from './menu-commands';

export type CommandMenuProps = {
  onClose: () => void;
  /** What the header offers, the menu offers too. */
  header: EditorHeaderProps;
  more: MenuActions;
  trees: Record<Side, SchemaTree>;
  /** What is said about a field's mapping. */
  describeLink: (field: FieldRef) => string;
  onField: (field: FieldRef) => void;
};

const fieldsPerSide = 30;
const sideTitles = { source: 'Source fields', target: 'Target fields' } as const;
const sides: readonly Side[] = ['source', 'target'];

/** Every field of both trees and every action, found by typing. Arrows choose, Enter goes, Escape leaves. */
export function CommandMenu({ onClose, header, more, trees, describeLink, onField }: CommandMenuProps) {
  const commands = menuCommands(header, more);
  const [query, setQuery] = useState('');
  const typed = query.trim().toLowerCase();
  const words = typed.split(/\s+/);
  const actions = commands.filter(({ label, words: alsoFoundBy = '' }) => {
    const text = `${label} ${alsoFoundBy}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  const found = sides.map((side) => ({ side, ids: findFields(trees[side], query, fieldsPerSide) }));
  const count = actions.length + found.reduce((sum, { ids }) => sum + ids.length, 0);

  const choose = (key: string) => {
    onClose();
    const command = commands.find(({ id }) => `action ${id}` === key);
    // After the dialog has given the focus back: what is chosen moves it on.
    setTimeout(() => {
      if (command) command.run();
      else {
        const [side, id] = key.split(' ');
        if (side === 'source' || side === 'target') onField({ side, id: Number(id) });
      }
    }, 0);
  };

  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className="fixed inset-0 z-40 flex h-(--visual-viewport-height) items-start justify-center bg-scrim p-4 pt-[12vh]"
    >
      <Modal className="flex max-h-[70vh] w-full max-w-2xl flex-col overflow-hidden rounded-xl border border-line bg-surface-raised shadow-overlay">
        <Dialog aria-label="Go to a field or action" className="flex min-h-0 flex-col outline-none">
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchField
              aria-label="Field or action"
              autoFocus
              className="border-b border-line"
              onKeyDown={(event) => {
                if (event.key === 'Escape') onClose();
                else event.continuePropagation();
              }}
            >
              <Input
                role="combobox"
                aria-expanded
                placeholder="Find a field or an action"
                className="w-full bg-transparent px-4 py-3 text-lg outline-none placeholder:text-text-muted [&::-webkit-search-cancel-button]:hidden"
              />
            </SearchField>
            <ListBox
              aria-label="Fields and actions"
              selectionMode="none"
              onAction={(key) => choose(String(key))}
              className="min-h-0 overflow-y-auto p-1 outline-none"
              renderEmptyState={() => <p className="px-3 py-6 text-center text-text-muted">Nothing found.</p>}
            >
              {actions.length > 0 && (
                <ListBoxSection id="actions">
                  <SectionTitle>Actions</SectionTitle>
                  {actions.map(({ id, label, keys }) => (
                    <ListBoxItem key={id} id={`action ${id}`} textValue={label} className={optionStyles}>
                      <Text slot="label" className="min-w-0 flex-1">
                        {label}
                      </Text>
                      {keys !== undefined && (
                        <span aria-hidden className="shrink-0 text-sm text-text-muted">
                          {keys}
                        </span>
                      )}
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              )}
              {found.map(
                ({ side, ids }) =>
                  ids.length > 0 && (
                    <ListBoxSection key={side} id={side}>
                      <SectionTitle>{sideTitles[side]}</SectionTitle>
                      {ids.map((id) => (
                        <ListBoxItem
                          key={id}
                          id={`${side} ${id}`}
                          textValue={trees[side].path[id] ?? ''}
                          className={optionStyles}
                        >
                          <span className="min-w-0 flex-1">
                            <Text slot="label" className="block truncate">
                              <bdi className="font-mono text-sm">{trees[side].path[id]}</bdi>
                            </Text>
                            <FieldLink text={describeLink({ side, id })} />
                          </span>
                        </ListBoxItem>
                      ))}
                    </ListBoxSection>
                  ),
              )}
            </ListBox>
          </Autocomplete>
          <p role="status" className="sr-only">
            {typed === '' ? '' : count === 0 ? 'Nothing found.' : `${count} found.`}
          </p>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function SectionTitle({ children }: { children: string }) {
  return <Header className="px-3 pt-2 pb-1 text-xs font-semibold text-text-muted">{children}</Header>;
}

function FieldLink({ text }: { text: string }) {
  if (text === '') return null;
  return (
    <Text slot="description" className="block truncate text-xs text-text-muted">
      {text}
    </Text>
  );
}
