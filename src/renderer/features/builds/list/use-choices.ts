import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useNow } from '#ui/use-now.ts';
import { readTrendSearch } from '../trend/trend-search.ts';
import { type Choices, filterOf, newestFirst, readChoices, readOrder } from './choices.ts';

/** Hook: the beginning of the day; the same object all day. */
export function useToday(): Date {
  const day = useNow().toDateString();
  return useMemo(() => new Date(day), [day]);
}

/** Hook: the choices in the page's address, the filter and the order that they stand for, and how to change them. */
export function useChoices(project: string | null) {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const today = useToday();
  // The trend's parameters change no filter.
  const key = JSON.stringify(readChoices(search, today));
  const read = useMemo(() => {
    const choices = JSON.parse(key) as Choices;
    return {
      choices,
      filter: filterOf(choices, project, today),
      order: readOrder(choices.sort) ?? newestFirst,
    };
  }, [key, today, project]);
  return useMemo(
    () => ({
      ...read,
      /** Replaces all choices. With `replace` the address before is not kept for *Back*. */
      set: (next: Choices, { replace = false } = {}): void => {
        void navigate({
          to: '/builds',
          search: (before) => ({
            project: before.project,
            ...readTrendSearch(before),
            // What was typed may be searched for after a build was opened.
            ...(before.build === undefined ? {} : { build: before.build }),
            ...next,
          }),
          replace,
        });
      },
    }),
    [read, navigate],
  );
}

export type ChosenList = ReturnType<typeof useChoices>;
