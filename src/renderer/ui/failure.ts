import { describeFailure, isFailure } from '#contract/failure';
import type { Locale } from '#contract/locale';
import type { Said } from '#contract/said';

/** Says whatever was thrown in the user's language: what happened, and what to do next. */
export function sayError(error: unknown, locale: Locale): Said {
  if (isFailure(error)) return describeFailure(error, locale);
  const detail = error instanceof Error ? error.message : String(error);
  return describeFailure({ code: 'internal', params: { detail } }, locale);
}
