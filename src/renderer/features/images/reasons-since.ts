import type { Locale } from '#contract/locale';
import type { Verdict } from '#contract/verdict';
import { verdictReasons } from '#contract/words/verdict';

/**
 * Why an image differs from the one before, for its page, which has no sides A and B: it says itself that its own image was
 * not read. `beforeUnread`: what to say if the one before was not. Pure.
 */
export function reasonsSince(verdict: Verdict, locale: Locale, beforeUnread: string): string[] {
  const unread = verdict.statements.find((each) => each.kind === 'files-unread');
  const statements = verdict.statements.filter((each) => each !== unread);
  const reasons = verdictReasons({ ...verdict, statements }, locale);
  return unread?.side === 'a' ? [...reasons, beforeUnread] : reasons;
}
