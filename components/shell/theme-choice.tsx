'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useState } from 'react';
import { Icon } from '@/components/ui/icon';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { type Theme, themeCookie } from '@/lib/theme';
import { keepCookie } from './keep-cookie';

const segments = [
  { value: 'system', label: 'Device', icon: <Icon glyph={Monitor} size={14} /> },
  { value: 'light', label: 'Light', icon: <Icon glyph={Sun} size={14} /> },
  { value: 'dark', label: 'Dark', icon: <Icon glyph={Moon} size={14} /> },
] as const;

/** Light, dark, or what the device says. In effect at once and kept for the next visit. */
export function ThemeChoice({ initialTheme }: { initialTheme: Theme }) {
  const [theme, setTheme] = useState(initialTheme);
  const choose = (chosen: Theme) => {
    setTheme(chosen);
    if (chosen === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = chosen;
    void keepCookie(themeCookie, chosen);
  };
  return <SegmentedControl label="Colours" segments={segments} value={theme} onChange={choose} />;
}
