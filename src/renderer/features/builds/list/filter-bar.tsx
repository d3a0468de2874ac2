import type { ReactElement, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { buildKinds } from '#contract/build-orders';
import { SearchField } from '#ui/search-field.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { AddFilter } from './add-filter.tsx';
import type { Choices } from './choices.ts';
import { ColumnMenu } from './column-menu.tsx';
import { SavedFilters } from './saved-filters.tsx';
import type { ChosenList } from './use-choices.ts';

/** What is listed: a text, the kind, other filters, and the columns. */
export function FilterBar({
  chosen,
  project,
  field,
}: {
  chosen: ChosenList;
  project: string | null;
  field: RefObject<HTMLInputElement | null>;
}): ReactElement {
  const { t } = useTranslation();
  const { choices, set } = chosen;
  const change = (name: keyof Choices, value: string, replace = false) => {
    const { [name]: _, ...rest } = choices;
    set(value === '' ? rest : { ...rest, [name]: value }, { replace });
  };
  return (
    <div className="flex flex-wrap items-center gap-2 pb-2">
      <SearchField
        field={field}
        label={t('buildList.search')}
        placeholder={t('buildList.searchHint')}
        className="min-w-44 flex-1"
        value={choices.q ?? ''}
        onChange={(text) => change('q', text, true)}
      />
      <Segmented
        label={t('builds.kind.label')}
        value={choices.kind ?? 'all'}
        onChange={(kind) => change('kind', kind === 'all' ? '' : kind)}
        choices={(['all', ...buildKinds] as const).map((each) => ({
          value: each,
          label: t(`builds.kind.${each}`),
        }))}
      />
      <AddFilter chosen={chosen} project={project} />
      <SavedFilters chosen={chosen} />
      <span className="ml-auto flex">
        <ColumnMenu />
      </span>
    </div>
  );
}
