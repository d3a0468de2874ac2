import { useQueries } from '@tanstack/react-query';
import type { ReactElement, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { chipWords } from './choice-words.ts';
import { type Choices, chosenFilters, filterOf, withoutFilters } from './choices.ts';
import { type ChosenList, useToday } from './use-choices.ts';

/** Says which of the filters exclude every build, with buttons that take them away. */
export function NothingMatches({
  chosen: { choices, set },
  project,
  field,
}: {
  chosen: ChosenList;
  project: string | null;
  /** Gets the focus when the buttons are gone. */
  field: RefObject<HTMLInputElement | null>;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const names = chosenFilters(choices);
  const today = useToday();
  const count = (of: Choices) =>
    orpc.builds.count.queryOptions({ input: { filter: filterOf(of, project, today) } });
  const alone = useQueries({ queries: names.map((name) => count({ [name]: choices[name] ?? '' })) });
  const without = useQueries({ queries: names.map((name) => count(omit(choices, name))) });
  const words = (name: keyof Choices) => chipWords(name, choices[name] ?? '', t, locale);
  const number = new Intl.NumberFormat(locale);
  const empty = names.filter((_, index) => alone[index]?.data?.total === 0);
  const known = alone.every(({ data }) => data) && without.every(({ data }) => data);
  const change = (next: Choices) => {
    field.current?.focus();
    set(next);
  };
  return (
    <EmptyState
      title={t('buildList.nothing.title')}
      actions={
        <>
          {names.map((name, index) => {
            const total = without[index]?.data?.total ?? 0;
            return total > 0 && names.length > 1 ? (
              <Button key={name} onClick={() => change(omit(choices, name))}>
                {t('buildList.nothing.without', {
                  count: total,
                  filter: words(name),
                  n: number.format(total),
                })}
              </Button>
            ) : null;
          })}
          <Button onClick={() => change(withoutFilters(choices))}>{t('buildList.clear')}</Button>
        </>
      }
    >
      {empty.map((name) => (
        <p key={name}>{t('buildList.nothing.alone', { filter: words(name) })}</p>
      ))}
      {known && empty.length === 0 ? <p>{t('buildList.nothing.together')}</p> : null}
    </EmptyState>
  );
}

function omit(choices: Choices, name: keyof Choices): Choices {
  const { [name]: _, ...rest } = choices;
  return rest;
}
