import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ModuleList } from '#contract/modules';
import { Card } from '#ui/card.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Table, Td, Th, Tr } from '#ui/table.tsx';
import { ModuleRow, onlyWide } from './module-row.tsx';
import { otherModules, type Shown, shownModules, shownSets } from './shown-modules.ts';

/** The modules of a project, a chosen part of them. */
export function ModuleTable({
  list,
  onWhy,
}: {
  /** undefined while loading. */
  list: ModuleList | undefined;
  onWhy: (path: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Shown>('included');
  const sets = list === undefined ? [] : shownSets(list.modules);
  const shown = sets.includes(chosen) ? chosen : 'all';
  return (
    <Card
      className="pb-1.5"
      beside={
        list === undefined ? null : (
          <Segmented
            label={t('modules.show.label')}
            value={shown}
            onChange={setChosen}
            choices={sets.map((each) => ({
              value: each,
              label: `${t(`modules.show.${each}`)} · ${otherModules(list.modules, each)}`,
            }))}
          />
        )
      }
    >
      <Table
        label={t('shell.page.modules')}
        head={
          <>
            <Th>{t('modules.column.module')}</Th>
            <Th className={onlyWide}>{t('modules.column.version')}</Th>
            <Th numeric>{t('modules.column.size')}</Th>
            <Th className={onlyWide}>Go</Th>
            <Th className={onlyWide}>{t('modules.column.licence')}</Th>
            <Th>
              <span className="sr-only">{t('modules.column.why')}</span>
            </Th>
          </>
        }
      >
        {list === undefined
          ? [0, 1, 2, 3].map((row) => (
              <Tr key={row}>
                <Td colSpan={6}>
                  <Skeleton className="w-full" />
                </Td>
              </Tr>
            ))
          : shownModules(list.modules, shown).map((module) => (
              <ModuleRow key={module.path} module={module} onWhy={() => onWhy(module.path)} />
            ))}
      </Table>
    </Card>
  );
}
