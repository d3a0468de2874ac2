import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { defaultSettings } from '#contract/default-settings';
import { chooseLocale, type Locale } from '#contract/locale';
import type { Settings } from '#contract/settings';
import { client, orpc } from './client.ts';
import { showWarning } from '#ui/show-warning.ts';
import { changeLanguage } from './i18n/index.ts';
import { optimisticChange, useWithChanges } from './optimistic.ts';

/** The settings are also stored in the browser, so that the first paint has the right theme and language. */
const storageKey = 'burrow.preferences';

/** The settings last stored in this browser, used until the host has answered. */
let stored = defaultSettings;

/** The locale for a setting; `system` is the browser's preference. */
function localeOf(language: Settings['language']): Locale {
  return language === 'system' ? chooseLocale(navigator.languages) : language;
}

/** Applies the theme; for `system`, the style sheet follows the system. */
function applyTheme(theme: Settings['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** Applies the theme last stored in this browser, and returns the locale to start in. */
export function firstPreferences(): Locale {
  try {
    stored = {
      ...defaultSettings,
      ...(JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Settings>),
    };
  } catch {
    // Not a value of ours: use the defaults.
  }
  applyTheme(stored.theme);
  return localeOf(stored.language);
}

const { queryKey } = orpc.settings.get.queryOptions();

/** The settings last known in this browser, outside a component. */
export const lastPreferences = (): Settings => stored;

/** Hook: the settings, including changes that are being saved; those last stored here until the host answers. */
export function usePreferences(): Settings {
  return useWithChanges(queryKey, useQuery(orpc.settings.get.queryOptions()).data ?? stored);
}

/** Hook: applies theme and language, and follows the system where the settings say so. */
export function useApplyPreferences(): void {
  const preferences = usePreferences();
  useEffect(() => {
    stored = preferences;
    localStorage.setItem(storageKey, JSON.stringify(preferences));
    applyTheme(preferences.theme);
    const apply = () => void changeLanguage(localeOf(preferences.language));
    apply();
    window.addEventListener('languagechange', apply);
    return () => window.removeEventListener('languagechange', apply);
  }, [preferences]);
}

/** Hook: a mutation that changes settings. A change shows at once and is taken back if it cannot be saved. */
export function useChangePreferences() {
  return useMutation(
    optimisticChange<Settings>(queryKey, async (change) => {
      const { warning, ...settings } = await client.settings.set(change);
      if (warning) showWarning(warning, localeOf(settings.language));
      return settings;
    }),
  );
}
