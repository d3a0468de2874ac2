import type { FileChange } from '#contract/image-comparison';

/** Which changes are listed. */
export const changeFilters = ['all', 'added', 'removed', 'changed', 'moved', 'metadata'] as const;
export type ChangeFilter = (typeof changeFilters)[number];

/** The changes of one kind whose path, old or new, has the text, in their order. Pure. */
export function listedChanges(
  rows: readonly FileChange[],
  filter: ChangeFilter,
  search: string,
): readonly FileChange[] {
  const wanted = search.trim().toLowerCase();
  if (filter === 'all' && wanted === '') return rows;
  const has = (path: string | null) => path !== null && path.toLowerCase().includes(wanted);
  return rows.filter(
    ({ how, path, from }) => (filter === 'all' || how === filter) && (has(path) || has(from)),
  );
}

/** By how many bytes a file is larger in B; one that a side does not have counts as 0 there. Pure. */
export function byteChange({ a, b }: Pick<FileChange, 'a' | 'b'>): number {
  return (b ?? 0) - (a ?? 0);
}
