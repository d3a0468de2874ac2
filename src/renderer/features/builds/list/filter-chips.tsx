import X from 'lucide-react/icons/x';
import type { ReactElement, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#ui/button.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { chipWords, choiceWords } from './choice-words.ts';
import { chosenFilters, withoutFilters } from './choices.ts';
import type { ChosenList } from './use-choices.ts';

/** The chosen filters, each with a button that takes it away. The text and the kind have controls of their own. */
export function FilterChips({
  chosen: { choices, set },
  field,
}: {
  chosen: ChosenList;
  /** Gets the focus when the last chip is gone. */
  field: RefObject<HTMLInputElement | null>;
}): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const all = chosenFilters(choices);
  if (all.length === 0) return null;
  const remove = (name: keyof typeof choices, button: HTMLElement) => {
    const next = button.nextElementSibling ?? button.previousElementSibling;
    (next instanceof HTMLElement && all.length > 1 ? next : field.current)?.focus();
    const { [name]: _, ...rest } = choices;
    set(rest);
  };
  return (
    <div className="flex flex-wrap items-center gap-1.5 pb-2">
      {all
        .filter((name) => name !== 'q' && name !== 'kind')
        .map((name) => {
          const value = choices[name] ?? '';
          const label = t('buildList.removeChip', {
            field: t(`buildList.field.${name}`),
            value: choiceWords(name, value, t, locale),
          });
          return (
            <button
              key={name}
              type="button"
              aria-label={label}
              title={label}
              onClick={(event) => remove(name, event.currentTarget)}
              className="inline-flex h-6 max-w-full items-center gap-1 rounded-full bg-accent-soft pr-1.5 pl-2.5 text-sm font-medium text-accent hover:text-accent-strong"
            >
              <span className="truncate">{chipWords(name, value, t, locale)}</span>
              <X size={13} aria-hidden className="shrink-0" />
            </button>
          );
        })}
      <Button
        variant="quiet"
        className="h-6! px-2! text-sm"
        onClick={() => {
          field.current?.focus();
          set(withoutFilters(choices));
        }}
      >
        {t('buildList.clear')}
      </Button>
    </div>
  );
}
