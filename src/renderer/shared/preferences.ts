import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { chooseLocale, type Locale } from '#contract/locale';
import type { Settings } from '#contract/settings';
import { client, orpc } from './client.ts';
import { speak } from './i18n/index.ts';
import { optimisticChange, useWithChanges } from './optimistic.ts';

/** Kept in the browser too, so that the first picture is right before Burrow has answered. */
const storageKey = 'burrow.preferences';

const defaults: Settings = { theme: 'system', language: 'system', installMissing: false };

/** What this browser knew last; counts until Burrow has answered. */
let known = defaults;

/** The language to speak under a setting; `system` is what the browser asks for. */
function localeOf(language: Settings['language']): Locale {
  return language === 'system' ? chooseLocale(navigator.languages) : language;
}

/** Applies the theme now; `system` leaves it to the style sheet, which follows the system live. */
function applyTheme(theme: Settings['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** Applies the theme that this browser knew last, and returns the language to start in. */
export function firstPreferences(): Locale {
  try {
    known = { ...defaults, ...(JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Settings>) };
  } catch {
    // Another program's value under this key: use the defaults.
  }
  applyTheme(known.theme);
  return localeOf(known.language);
}

const { queryKey } = orpc.settings.get.queryOptions();

/** The settings, with the changes that are being saved; what this browser knew last until Burrow has answered. */
export function usePreferences(): Settings {
  return useWithChanges(queryKey, useQuery(orpc.settings.get.queryOptions()).data ?? known);
}

/** Keeps theme and language as the settings (and, where they say so, the system) want them. */
export function useApplyPreferences(): void {
  const preferences = usePreferences();
  useEffect(() => {
    localStorage.setItem(storageKey, JSON.stringify(preferences));
    applyTheme(preferences.theme);
    const apply = () => void speak(localeOf(preferences.language));
    apply();
    window.addEventListener('languagechange', apply);
    return () => window.removeEventListener('languagechange', apply);
  }, [preferences]);
}

/** Changes settings; the screen shows a change at once, and takes it back if it could not be saved. */
export function useChangePreferences() {
  return useMutation(optimisticChange<Settings>(queryKey, (change) => client.settings.set(change)));
}
