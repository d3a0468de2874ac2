import type { ModuleDelta } from '../comparison.ts';

/** What a part of a program or image is. A `module` may also be what takes the place of one: the standard library. */
export type PartKind =
  | 'modules'
  | 'packages'
  | 'functions'
  | 'buckets'
  | 'sections'
  | 'layers'
  | 'embedded'
  | 'unowned';

/** The name of a module in lists: its path, or its kind in parentheses, as `(standard-library)`. */
export function moduleName({ path, kind }: Pick<ModuleDelta, 'path' | 'kind'>): string {
  return path || `(${kind})`;
}
