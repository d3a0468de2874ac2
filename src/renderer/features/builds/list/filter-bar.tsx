import Search from 'lucide-react/icons/search';
import { type ReactElement, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { buildKinds } from '#contract/build-orders';
import { TextInput } from '#ui/field.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { AddFilter } from './add-filter.tsx';
import type { Choices } from './choices.ts';
import { ColumnMenu } from './column-menu.tsx';
import { SavedFilters } from './saved-filters.tsx';
import type { ChosenList } from './use-choices.ts';

/** How long after the last key a text is searched for, in ms. */
const pause = 150;

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
      <SearchField field={field} value={choices.q ?? ''} onChange={(text) => change('q', text, true)} />
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

/** A text field that tells what was typed after a pause, and follows the address when that changes by itself. */
function SearchField({
  field,
  value,
  onChange,
}: {
  field: RefObject<HTMLInputElement | null>;
  value: string;
  onChange: (text: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const told = useRef(value);
  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);
  useEffect(() => {
    const typed = text.trim();
    if (typed === told.current) return undefined;
    const timer = setTimeout(() => {
      told.current = typed;
      onChange(typed);
    }, pause);
    return () => clearTimeout(timer);
  });
  return (
    <TextInput
      ref={field}
      type="search"
      icon={<Search size={14} aria-hidden />}
      className="min-w-44 flex-1"
      aria-label={t('buildList.search')}
      placeholder={t('buildList.searchHint')}
      maxLength={300}
      value={text}
      onChange={(event) => setText(event.target.value)}
    />
  );
}
