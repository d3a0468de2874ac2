import { describeFailure, isFailure } from '#contract/failure';
import type { Locale } from '#contract/locale';
import type { Said } from '#contract/said';

/** Describes anything that was thrown in the user's language: what happened, and what to do about it. */
export function describeError(error: unknown, locale: Locale): Said {
  if (isFailure(error)) return describeFailure(error, locale);
  const detail = error instanceof Error ? error.message : String(error);
  return describeFailure({ code: 'internal', params: { detail } }, locale);
}
