import ChevronDown from 'lucide-react/icons/chevron-down';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangePreferences, usePreferences } from '#shared/preferences.ts';
import { Button } from '#ui/button.tsx';
import { MenuCheckItem } from '#ui/menu-check-item.tsx';
import { Menu } from '#ui/menu.tsx';
import { columns, readColumns } from './columns.ts';

/** A menu that chooses the columns. The choice is kept with the settings. */
export function ColumnMenu(): ReactElement {
  const { t } = useTranslation();
  const chosen = readColumns(usePreferences().buildColumns);
  const change = useChangePreferences();
  return (
    <Menu
      trigger={
        <Button>
          {t('buildList.columns')}
          <ChevronDown size={13} aria-hidden className="text-faint" />
        </Button>
      }
    >
      {columns.map((column) => (
        <MenuCheckItem
          key={column}
          checked={chosen.includes(column)}
          onChange={(checked) => {
            const next = checked ? [...chosen, column] : chosen.filter((each) => each !== column);
            change.mutate({ buildColumns: [...readColumns(next)] });
          }}
        >
          {t(`buildList.column.${column}`)}
        </MenuCheckItem>
      ))}
    </Menu>
  );
}
