import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { chooseLocale, type Locale } from '#contract/locale';
import type { Settings } from '#contract/settings';
import { client, orpc } from './client.ts';
import { speak } from './i18n/index.ts';

/** Kept in the browser too, so that the first picture is right before Burrow has answered. */
const storageKey = 'burrow.preferences';

const defaults: Settings = { theme: 'system', language: 'system', installMissing: false };

/** The language to speak under a setting; `system` is what the browser asks for. */
function localeOf(language: Settings['language']): Locale {
  return language === 'system' ? chooseLocale(navigator.languages) : language;
}

/** Applies the theme now; `system` leaves it to the style sheet, which follows the system live. */
function applyTheme(theme: Settings['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** The settings as this browser last saw them, their theme applied; the language to start in. */
export function firstPreferences(): Locale {
  let kept: Partial<Settings> = {};
  try {
    kept = JSON.parse(localStorage.getItem(storageKey) ?? '{}') as Partial<Settings>;
  } catch {
    // Someone else's value: the defaults do.
  }
  const first = { ...defaults, ...kept };
  applyTheme(first.theme);
  return localeOf(first.language);
}

/** The settings, the defaults until they are known. */
export function usePreferences(): Settings {
  return useQuery(orpc.settings.get.queryOptions()).data ?? defaults;
}

/** Keeps theme and language as the settings (and, where they say so, the system) want them. */
export function useApplyPreferences(): void {
  const { data } = useQuery(orpc.settings.get.queryOptions());
  useEffect(() => {
    if (!data) return undefined;
    localStorage.setItem(storageKey, JSON.stringify(data));
    applyTheme(data.theme);
    const apply = () => void speak(localeOf(data.language));
    apply();
    window.addEventListener('languagechange', apply);
    return () => window.removeEventListener('languagechange', apply);
  }, [data]);
}

/** Changes settings; the screen follows at once, and goes back if they could not be kept. */
export function useChangePreferences() {
  const queries = useQueryClient();
  const { queryKey } = orpc.settings.get.queryOptions();
  return useMutation({
    mutationFn: (change: Partial<Settings>) => client.settings.set(change),
    onMutate: (change) => {
      const before = queries.getQueryData(queryKey);
      queries.setQueryData(queryKey, { ...defaults, ...before, ...change });
      return before;
    },
    onError: (_error, _change, before) => queries.setQueryData(queryKey, before),
  });
}
