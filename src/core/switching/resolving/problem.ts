import { type Failure, failure } from '#contract/failure';
import type { Wish } from '../wishes/index.ts';
import type { Decision, Supply } from './decide.ts';

/**
 * Why no Go runs in `dir`: switching.nothing-chosen, version-file.unreadable,
 * switching.variable-unreadable, switching.no-system-go, toolchain.not-installed.
 */
export function whyNone(
  decision: Decision | null,
  { dir, wishes, supply }: { dir: string; wishes: readonly Wish[]; supply: Supply },
): Failure {
  if (!decision) return nothingChosen(dir, wishes);
  const { wish } = decision;
  if (wish.wanted === null) return unreadable(wish);
  const because = wish.line === null ? wish.file : `${wish.file}:${wish.line}`;
  if (wish.strength === 'system') return failure('switching.no-system-go', { because });
  return failure('toolchain.not-installed', {
    wanted: withoutGo(wish.wanted),
    installed: supply.installed.map(({ version }) => version),
    because,
    pinned: wish.strength !== 'minimum',
  });
}

/** A version as users type it after `burrow install`. */
export function withoutGo(version: string): string {
  return version.replace(/^go/, '');
}

/** The go.mod or go.work that Go reads does not decide if it cannot be read; if nothing else does either, it is the reason. */
function nothingChosen(dir: string, wishes: readonly Wish[]): Failure {
  const broken = wishes.find(({ wanted, replaced }) => wanted === null && !replaced);
  return broken ? unreadable(broken) : failure('switching.nothing-chosen', { dir });
}

function unreadable({ rule, file, line, text, why = 'form', image = '' }: Wish): Failure {
  return line === null
    ? failure('switching.variable-unreadable', { text })
    : failure('version-file.unreadable', { rule, file, line, text, why, plain: image });
}
