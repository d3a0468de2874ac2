import type { SavedFilter } from '#contract/settings';

/** The filters with this one in the place of any of the same name. Pure. */
export function withFilter(filters: readonly SavedFilter[], added: SavedFilter): SavedFilter[] {
  return [...filters.filter(({ name }) => name !== added.name), added];
}

/** The filters after a new name for one. A name that is empty or taken changes nothing. Pure. */
export function renamed(filters: readonly SavedFilter[], from: string, to: string): SavedFilter[] {
  const name = to.trim();
  if (name === '' || filters.some((filter) => filter.name === name)) return [...filters];
  return filters.map((filter) => (filter.name === from ? { ...filter, name } : filter));
}
