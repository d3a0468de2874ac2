import Languages from 'lucide-react/icons/languages';
import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import Check from 'lucide-react/icons/check';
import { useTranslation } from 'react-i18next';
import { useChangePreferences, usePreferences } from '#shared/preferences.ts';
import type { CommandGroup } from './command.ts';

/** Theme and language. They can be found in both languages, to get back from one that you cannot read. */
export function useAppearanceCommands(): CommandGroup {
  const { t } = useTranslation();
  const now = usePreferences();
  const change = useChangePreferences();
  const themes = [
    { theme: 'system', icon: <Monitor size={15} aria-hidden /> },
    { theme: 'light', icon: <Sun size={15} aria-hidden /> },
    { theme: 'dark', icon: <Moon size={15} aria-hidden /> },
  ] as const;
  const languages = [
    { language: 'system', key: 'system' },
    { language: 'en', key: 'en' },
    { language: 'zh-CN', key: 'zh' },
  ] as const;
  const tick = <Check size={14} aria-hidden className="text-accent" />;
  return {
    label: t('commands.group.appearance'),
    items: [
      ...themes.map(({ theme, icon }) => ({
        id: `theme ${theme}`,
        label: t(`commands.theme.${theme}`),
        icon,
        keywords: `theme ${theme} 主题`,
        ...(now.theme === theme ? { aside: tick } : {}),
        run: () => change.mutate({ theme }),
      })),
      ...languages.map(({ language, key }) => ({
        id: `language ${language}`,
        label: t(`commands.language.${key}`),
        icon: <Languages size={15} aria-hidden />,
        keywords: `language ${language} 语言 chinese english 中文`,
        ...(now.language === language ? { aside: tick } : {}),
        run: () => change.mutate({ language }),
      })),
    ],
  };
}
