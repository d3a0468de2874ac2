import Trash from 'lucide-react/icons/trash-2';
import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedFilter } from '#contract/settings';
import { useChangePreferences, usePreferences } from '#shared/preferences.ts';
import { Button, IconButton } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { describeError } from '#ui/failure.ts';
import { Field, TextInput } from '#ui/field.tsx';
import { showFailure } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { chipWords } from './choice-words.ts';
import { type Choices, chosenFilters } from './choices.ts';
import { renamed, withFilter } from './saved.ts';

/** Saves the current filter, and renames and removes those that are saved. */
export function SavedFiltersDialog({
  open,
  onOpenChange,
  choices,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The current filter. */
  choices: Choices;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { savedFilters } = usePreferences();
  const change = useChangePreferences();
  const [name, setName] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const save = (filters: SavedFilter[]) =>
    change.mutate(
      { savedFilters: filters },
      { onError: (error) => showFailure(describeError(error, locale).message) },
    );
  const words = chosenFilters(choices).map((each) => chipWords(each, choices[each] ?? '', t, locale));
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('buildList.saved.title')} initialFocus={field}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save(withFilter(savedFilters, { name: name.trim(), search: choices }));
          setName('');
        }}
      >
        <Field
          id="saved-filter"
          label={t('buildList.saved.name')}
          hint={words.length > 0 ? words.join(' · ') : t('buildList.saved.nothing')}
        >
          <div className="flex gap-2">
            <TextInput
              ref={field}
              id="saved-filter"
              className="flex-1"
              maxLength={80}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
            <Button variant="primary" type="submit" disabled={name.trim() === '' || words.length === 0}>
              {t('buildList.saved.save')}
            </Button>
          </div>
        </Field>
      </form>
      {savedFilters.length === 0 ? (
        <p className="mt-4 text-muted">{t('buildList.saved.none')}</p>
      ) : (
        <ul className="mt-4 grid gap-2">
          {savedFilters.map((filter) => (
            <li key={filter.name} className="flex gap-2">
              <TextInput
                aria-label={t('buildList.saved.nameOf', { name: filter.name })}
                className="flex-1"
                maxLength={80}
                defaultValue={filter.name}
                onBlur={(event) => save(renamed(savedFilters, filter.name, event.target.value))}
                onKeyDown={(event) => {
                  if (event.key === 'Enter')
                    save(renamed(savedFilters, filter.name, event.currentTarget.value));
                }}
              />
              <IconButton
                label={t('buildList.saved.remove', { name: filter.name })}
                onClick={() => {
                  field.current?.focus();
                  save(savedFilters.filter((each) => each !== filter));
                }}
              >
                <Trash size={15} aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
