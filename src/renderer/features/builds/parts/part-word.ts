import type { TFunction } from 'i18next';
import type { Bucket } from '#contract/binaries';
import type { PartKind } from '#contract/report/part';

/** Names in the list of modules that are not modules (see `moduleName`). */
const noModules = {
  '(main)': 'main',
  '(standard-library)': 'standardLibrary',
  '(generated)': 'generated',
  '(c)': 'c',
  '(unowned)': 'unowned',
} as const;

/** Kinds of content that take the place of a module where only one side has them. */
const buckets: ReadonlySet<string> = new Set(['(debug-info)', '(symbols)']);

/** The word for a part that has no name of its own; null: its name is one. */
export function partWord(kind: PartKind, name: string, t: TFunction): string | null {
  if (kind === 'modules' && buckets.has(name)) return partWord('buckets', name.slice(1, -1), t);
  if (kind === 'buckets') return t(`builds.bucket.${name as Bucket['name']}`);
  if ((kind === 'modules' || kind === 'unowned') && Object.hasOwn(noModules, name)) {
    return t(`comparison.owner.${noModules[name as keyof typeof noModules]}`);
  }
  return null;
}
