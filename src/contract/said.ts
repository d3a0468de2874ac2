import type { Locale } from './locale.ts';

/** What a person reads about a failure: what happened and to what, then what to do next. */
export interface Said {
  message: string;
  hint: string;
}

/** Another failure that a failure tells as its reason. */
export interface Reason {
  code: string;
  params: Record<string, unknown>;
}

/** One failure, said in every language of Burrow; `say` says its reason in the same one. */
export type SaidInEveryLanguage<P> = Record<Locale, (params: P, say: (reason: Reason) => Said) => Said>;

/** Declares a failure with its parameters; leaving out a language does not compile. */
export function said<P = object>(texts: SaidInEveryLanguage<P>): SaidInEveryLanguage<P> {
  return texts;
}
