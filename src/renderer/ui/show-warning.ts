import { describeFailure } from '#contract/failure';
import type { Locale } from '#contract/locale';
import { showFailure } from './toast.tsx';

/** Shows what the user must know after something was done. */
export function showWarning(
  warning: { code: string; params: Record<string, unknown> },
  locale: Locale,
): void {
  const { message, hint } = describeFailure(warning, locale);
  showFailure(message, hint);
}
