import type { TFunction } from 'i18next';
import type { Bucket } from '#contract/binaries';
import type { PartKind } from './part.ts';

/** Names in the list of modules that are not modules (see `moduleName`). */
const noModules = {
  '(main)': 'main',
  '(standard-library)': 'standardLibrary',
  '(generated)': 'generated',
  '(c)': 'c',
  '(unowned)': 'unowned',
} as const;

/** The word for a part that has no name of its own; null: its name is one. */
export function partWord(kind: PartKind, name: string, t: TFunction): string | null {
  if (kind === 'buckets') return t(`builds.bucket.${name as Bucket['name']}`);
  if ((kind === 'modules' || kind === 'unowned') && Object.hasOwn(noModules, name)) {
    return t(`comparison.owner.${noModules[name as keyof typeof noModules]}`);
  }
  return null;
}
