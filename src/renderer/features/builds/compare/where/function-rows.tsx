import { useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FunctionSize } from '#contract/binaries';
import type { Build } from '#contract/build';
import type { Comparison } from '#contract/comparison';
import { orpc } from '#shared/client.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { type Inside, Rows } from './growth-rows.tsx';
import { functionRows, type GrowthRow } from './rows.ts';

/** What packages unfold to: their functions, read from both files when they are asked for. */
export function functionsIn(comparison: Comparison): Inside {
  return (row, place) =>
    row.kind === 'packages' && !row.name.startsWith('(') ? (
      <FunctionRows comparison={comparison} row={row} place={place} />
    ) : null;
}

function FunctionRows({
  comparison,
  row,
  place,
}: {
  comparison: Comparison;
  row: GrowthRow;
  place: Parameters<Inside>[1];
}): ReactElement {
  const { t } = useTranslation();
  const [a, b] = [useFunctions(comparison.a), useFunctions(comparison.b)];
  if (a === undefined || b === undefined) return <Note text={<Skeleton className="h-4 w-40" />} />;
  if (a === null || b === null) return <Note text={t('comparison.functions.gone')} />;
  const rows = functionRows({ a, b }, row.name, row.from[0]);
  if (rows.length === 0) return <Note text={t('comparison.functions.same')} />;
  return (
    <>
      <Note text={t('comparison.functions.hint')} />
      <Rows rows={rows} {...place} />
    </>
  );
}

function Note({ text }: { text: ReactNode }): ReactElement {
  return <li className="col-span-full pl-11 text-sm text-faint">{text}</li>;
}

/**
 * Hook: the functions of a build's program; undefined while it is read, null if the file is gone, is another one now, or
 * does not tell them.
 */
function useFunctions({ artifact }: Build): readonly FunctionSize[] | null | undefined {
  const { data, isError } = useQuery(
    orpc.binaries.inspect.queryOptions({
      input: { path: artifact?.path ?? '', functions: true },
      enabled: artifact !== null,
      staleTime: Number.POSITIVE_INFINITY,
    }),
  );
  if (artifact === null || isError) return null;
  return data && (data.sha256 === artifact.sha256 ? data.functions : null);
}
