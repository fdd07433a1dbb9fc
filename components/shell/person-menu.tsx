'use client';

import { LogOut } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { BaseButton } from '@/components/ui/base-button';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Popover } from '@/components/ui/popover';
import { TextLink } from '@/components/ui/text-link';
import { suggestionSettingsPath, tokenSettingsPath } from '@/lib/paths';
import { can, type Role, roleTitles } from '@/lib/team/roles';
import type { Theme } from '@/lib/theme';
import { signOut } from '@/server/actions/sign-out';
import { ThemeChoice } from './theme-choice';

export type PersonMenuProps = {
  person: { name: string; email: string; role: Role };
  theme: Theme;
};

/** Who is signed in, the colours, and the way out. */
export function PersonMenu({ person, theme }: PersonMenuProps) {
  return (
    <Popover
      label="Your account"
      placement="bottom end"
      className="w-76"
      trigger={(opens) => (
        <BaseButton
          {...opens}
          aria-label={`Your account: ${person.name}`}
          className="focus-ring grid size-9 shrink-0 place-items-center rounded-full bg-accent-soft text-sm font-semibold text-text hover:bg-surface-pressed forced-colors:border"
        >
          {initials(person.name)}
        </BaseButton>
      )}
    >
      {(close) => (
        <>
          <div className="flex items-start justify-between gap-2">
            <div className="min-w-0">
              <p className="font-semibold break-words">{person.name}</p>
              {person.email !== person.name && (
                <p className="text-sm break-all text-text-muted">{person.email}</p>
              )}
            </div>
            <Badge>{roleTitles[person.role]}</Badge>
          </div>
          <div className="mt-4 border-t border-line pt-3">
            <p className="mb-1.5 text-sm text-text-muted">Colours</p>
            <ThemeChoice initialTheme={theme} />
          </div>
          <p className="mt-4 border-t border-line pt-3">
            <TextLink href={suggestionSettingsPath()} onPress={close}>
              Mapping suggestions and history
            </TextLink>
          </p>
          {can(person.role, 'team.manage') && (
            <p className="mt-2">
              <TextLink href={tokenSettingsPath()} onPress={close}>
                API tokens
              </TextLink>
            </p>
          )}
          <form action={signOut} className="mt-4 border-t border-line pt-3">
            <Button type="submit" isWide icon={<Icon glyph={LogOut} isDirectional />}>
              Sign out
            </Button>
          </form>
        </>
      )}
    </Popover>
  );
}

function initials(name: string): string {
  const words = name.split(/[\s@._-]+/).filter((word) => word !== '');
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  );
  return letters.join('').toLocaleUpperCase('en') || '?';
}
