import { useQuery } from '@tanstack/react-query';
import ChevronDown from 'lucide-react/icons/chevron-down';
import SquareArrowOutUpRight from 'lucide-react/icons/square-arrow-out-up-right';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { editorTitles } from '#contract/editor-names';
import { orpc } from '#shared/client.ts';
import { usePreferences } from '#shared/preferences.ts';
import { Button } from '#ui/button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { openInEditor, openInTerminal } from './open.ts';

/** A menu that opens a project's folder in the editor or in a terminal. What was not found says so when it is chosen. */
export function OpenMenu({ dir }: { dir: string }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { editor } = usePreferences();
  const found = useQuery({ ...orpc.desktop.programs.queryOptions(), staleTime: 60_000 }).data;
  const name = editor === 'auto' ? found?.editors[0] : editor;
  return (
    <Menu
      trigger={
        <Button icon={<SquareArrowOutUpRight size={14} aria-hidden />}>
          {t('desktop.open')}
          <ChevronDown size={13} aria-hidden className="text-faint" />
        </Button>
      }
    >
      <MenuItem onClick={() => void openInEditor({ dir }, locale)}>
        {name === undefined ? t('desktop.inEditor') : t('desktop.inNamed', { editor: editorTitles[name] })}
      </MenuItem>
      <MenuItem onClick={() => void openInTerminal(dir, locale)}>{t('desktop.inTerminal')}</MenuItem>
    </Menu>
  );
}
