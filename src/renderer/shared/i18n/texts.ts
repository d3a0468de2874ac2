import type { en } from './en.ts';

/**
 * What every language must say: the keys of the English texts, without the English singular (`…_one`), which a
 * language without plurals has no use for. A key that is missing, or one too many, does not compile.
 */
type InEveryLanguage<T> = {
  [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string
    ? string
    : InEveryLanguage<T[K]>;
};

export type Texts = InEveryLanguage<typeof en>;
