import ListFilter from 'lucide-react/icons/list-filter';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button.tsx';
import { type FoundItem, SearchPopover } from '#ui/search-popover.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { choiceWords } from './choice-words.ts';
import { dayText, type FilterField, filterFields, readChoices } from './choices.ts';
import { type ChosenList, useToday } from './use-choices.ts';
import { useFieldValues } from './use-field-values.ts';

/** A button that adds a filter: first what to filter by, then the value. */
export function AddFilter({
  chosen: { choices, set },
  project,
}: {
  chosen: ChosenList;
  project: string | null;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const [field, setField] = useState<FilterField | null>(null);
  const [text, setText] = useState('');
  const typed = text.trim();
  const values = useFieldValues(field, project, typed);
  const today = useToday();
  const counts = new Intl.NumberFormat(locale);

  const start = (next: FilterField | null) => {
    setField(next);
    setText('');
  };
  const choose = (key: string) => {
    if (field === null && key !== 'pinned') {
      start(key as FilterField);
      return;
    }
    const name = field ?? 'pinned';
    const given = field === null ? 'true' : key;
    set({ ...choices, [name]: name === 'status' ? [choices.status, given].filter(Boolean).join() : given });
    setOpen(false);
  };

  return (
    <SearchPopover
      open={open}
      onOpenChange={(now) => {
        setOpen(now);
        if (now) start(null);
      }}
      trigger={<Button icon={<ListFilter size={14} aria-hidden />}>{t('buildList.filter')}</Button>}
      label={field === null ? t('buildList.findField') : t(`buildList.field.${field}`)}
      placeholder={
        field === null
          ? t('buildList.findField')
          : field === 'since' || field === 'until'
            ? t('buildList.writeDay', { day: dayText(today) })
            : t('buildList.findValue', { field: t(`buildList.field.${field}`) })
      }
      text={text}
      onTextChange={setText}
      items={field === null ? fieldItems() : valueItems(field)}
      empty={t(field === null ? 'buildList.noField' : 'buildList.noValues')}
      onChoose={choose}
      onBack={() => setField(null)}
    />
  );

  function fieldItems(): FoundItem[] {
    return filterFields
      .map((key) => ({
        key,
        label: key === 'pinned' ? t('buildList.pinnedOnly') : t(`buildList.field.${key}`),
      }))
      .filter(({ key, label }) => `${key} ${label}`.toLowerCase().includes(typed.toLowerCase()));
  }

  /** The known values, and what is typed, if it can be a value: only the frequent ones are known. */
  function valueItems(name: FilterField): FoundItem[] {
    const known = values.map(({ value, count }) => ({
      key: value,
      label: choiceWords(name, value, t, locale),
      aside: count === null ? undefined : counts.format(count),
    }));
    const own = readChoices({ [name]: typed }, today)[name];
    if (own === undefined || known.some(({ key }) => key === own)) return known;
    const typedItem = { key: own, label: choiceWords(name, own, t, locale), aside: undefined };
    // The days are the same whatever is typed; other values contain it.
    return name === 'since' || name === 'until' ? [typedItem, ...known] : [...known, typedItem];
  }
}
