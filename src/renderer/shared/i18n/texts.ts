import type { en } from './en.ts';
import type { first } from './en/first.ts';
import type { pages } from './en/pages.ts';

/**
 * The keys that every language must have: those of the English texts without the singular forms (`…_one`), which
 * Chinese does not need. A missing or superfluous key does not compile.
 */
type InEveryLanguage<T> = {
  [K in keyof T as K extends `${string}_one` ? never : K]: T[K] extends string
    ? string
    : InEveryLanguage<T[K]>;
};

export type Texts = InEveryLanguage<typeof en>;
export type FirstTexts = InEveryLanguage<typeof first>;
export type PageTexts = InEveryLanguage<typeof pages>;
