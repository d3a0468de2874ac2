import { useNavigate } from '@tanstack/react-router';
import type { TrendPoint } from '#contract/build-list';
import { client } from '#shared/client.ts';
import { describeError } from '#ui/failure.ts';
import { showFailure } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';

/**
 * Hook: opens the comparison of a build with the one before it in its series, which a reduced trend may not have drawn. The first
 * build of a series has none.
 */
export function useCompareBefore(series: number | undefined): (point: TrendPoint) => void {
  const navigate = useNavigate();
  const locale = useLocale();
  const open = async ({ id, position }: TrendPoint) => {
    if (series === undefined || position === 0) return;
    const before = position - 1;
    const { points } = await client.builds.trend({ series, from: before, to: before });
    const a = points[0]?.id;
    await navigate({ to: '/compare', search: ({ project }) => ({ project, ...(a ? { a } : {}), b: id }) });
  };
  return (point) =>
    void open(point).catch((error: unknown) => showFailure(describeError(error, locale).message));
}
