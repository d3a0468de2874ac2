import { dirname } from 'node:path';
import type { NotShim } from '#contract/failure';
import type { FirstGo } from './first-go.ts';

/** What is known of a command `go`. */
export interface Facts extends Pick<NotShim, 'where' | 'version' | 'same' | 'shims' | 'at' | 'profile'> {
  first: FirstGo;
  /** What hides the program from the shell; null: nothing. */
  hiddenBy: 'alias' | 'function' | null;
  /** A toolchain that Burrow has is selected, so that only PATH is missing. */
  hasSelected: boolean;
}

/** Why a command does not start Burrow's shim, and the one step that mends it; null: it does. Pure. */
export function notShim(facts: Facts): NotShim | null {
  const { first, hiddenBy, where, version, same, shims, at, profile } = facts;
  if (first.isShim && hiddenBy === null) return null;
  const why = hiddenBy ?? whyNot(first);
  const folder = first.file === null ? '' : dirname(first.file);
  return {
    where,
    go: first.file,
    version,
    same,
    why,
    folder,
    shims,
    at,
    profile,
    next: nextStep(facts, why),
  };
}

function whyNot({ file, hasShims }: FirstGo): NotShim['why'] {
  if (!hasShims) return 'not-on-path';
  return file === null ? 'no-shim' : 'in-front';
}

function nextStep({ where, hasSelected, profile }: Facts, why: NotShim['why']): NotShim['next'] {
  if (where === 'apps') return 'apps';
  if (why === 'alias' || why === 'function') return 'edit-profile';
  if (why === 'in-front') return 'findings';
  if (why === 'no-shim') return 'setup';
  // In a new terminal, Burrow's lines were read but had no effect.
  if (profile !== null) return where === 'here' ? 'new-terminal' : 'doctor';
  return hasSelected ? 'apply' : 'setup';
}
