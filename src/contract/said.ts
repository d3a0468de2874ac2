import type { Locale } from './locale.ts';

/** What a person reads about a failure: what happened and to what, then what to do next. */
export interface Said {
  message: string;
  hint: string;
  /** What was tried, for those who want to know; hosts show it last or folded. */
  details?: string[];
}

/** The cause of a failure, itself a failure, as far as texts need it. */
export interface Reason {
  code: string;
  params: Record<string, unknown>;
}

/** The kind of a failure. Callers branch on it, and it determines the exit codes of the command line. */
export type FailureClass =
  /** The request is wrong on any machine: a mistyped command, option, version or id. */
  | 'usage'
  /** The user stopped it. */
  | 'cancelled'
  /** There is no Go to run. */
  | 'not-installed'
  /** A place on the network failed to deliver; another one may be tried. */
  | 'source'
  /** What was delivered is not what it should be, and must not be used. */
  | 'refused'
  /** A file is damaged, or not of the kind that was expected. */
  | 'unreadable'
  /** A fault in Burrow itself. */
  | 'bug'
  /** Everything else. */
  | 'failed';

/** The sentences of one failure in every language; `say` gives those of its reason in the same language. */
type Sentences<P> = Record<Locale, (params: P, say: (reason: Reason) => Said) => Said>;

/** An entry of the catalogue of failures. */
export interface CataloguedFailure<P> extends Sentences<P> {
  class: FailureClass;
}

/** Declares a failure of a class, with its parameters; leaving out a language does not compile. */
export function said<P = object>(kind: FailureClass, sentences: Sentences<P>): CataloguedFailure<P> {
  return { class: kind, ...sentences };
}
