import { useNavigate, useSearch } from '@tanstack/react-router';
import { choiceOf, readTrendSearch, searchOf, type TrendChoice } from './trend-search.ts';

/** Hook: what the address chooses for the trend, and a function that changes it. Another series begins with all of its builds. */
export function useTrendSearch(): [TrendChoice, (change: Partial<TrendChoice>) => void] {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const choose = (change: Partial<TrendChoice>) => {
    const again = 'series' in change ? { range: null } : {};
    void navigate({
      to: '.',
      replace: true,
      search: ({ series, draw, zoom, table, ...others }) => {
        const before = choiceOf(readTrendSearch({ series, draw, zoom, table }));
        return { ...others, ...searchOf({ ...before, ...again, ...change }) };
      },
    });
  };
  return [choiceOf(readTrendSearch(search)), choose];
}
