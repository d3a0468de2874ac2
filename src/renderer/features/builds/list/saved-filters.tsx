import ChevronDown from 'lucide-react/icons/chevron-down';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '#shared/preferences.ts';
import { Button } from '#ui/button.tsx';
import { Menu, MenuItem, MenuSeparator } from '#ui/menu.tsx';
import { SavedFiltersDialog } from './saved-filters-dialog.tsx';
import type { ChosenList } from './use-choices.ts';

/** A menu of the filters that were given a name. */
export function SavedFilters({ chosen }: { chosen: ChosenList }): ReactElement {
  const { t } = useTranslation();
  const { savedFilters } = usePreferences();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Menu
        trigger={
          <Button>
            {t('buildList.saved.menu')}
            <ChevronDown size={13} aria-hidden className="text-faint" />
          </Button>
        }
      >
        {savedFilters.map(({ name, search }) => (
          <MenuItem
            key={name}
            checked={JSON.stringify(search) === JSON.stringify(chosen.choices)}
            onClick={() => chosen.set(search)}
          >
            {name}
          </MenuItem>
        ))}
        {savedFilters.length > 0 ? <MenuSeparator /> : null}
        <MenuItem onClick={() => setOpen(true)}>{t('buildList.saved.edit')}</MenuItem>
      </Menu>
      <SavedFiltersDialog open={open} onOpenChange={setOpen} choices={chosen.choices} />
    </>
  );
}
