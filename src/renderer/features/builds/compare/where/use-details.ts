import { useQuery } from '@tanstack/react-query';
import type { BuildDetail } from '#contract/build';
import type { Comparison } from '#contract/comparison';
import { orpc } from '#shared/client.ts';

/** Hook: all that is recorded of both builds; undefined while it loads. */
export function useDetails(
  { a, b }: Pick<Comparison, 'a' | 'b'>,
  { enabled = true } = {},
): {
  details: { a: BuildDetail; b: BuildDetail } | undefined;
  /** Why they cannot be read; null if they can. */
  error: unknown;
} {
  // What is recorded stays as it is; reading it takes longer than drawing it.
  const options = { enabled, staleTime: 600_000 };
  const left = useQuery(orpc.builds.show.queryOptions({ input: { id: a.id }, ...options }));
  const right = useQuery(orpc.builds.show.queryOptions({ input: { id: b.id }, ...options }));
  const details = left.data && right.data ? { a: left.data.build, b: right.data.build } : undefined;
  return { details, error: left.error ?? right.error };
}
