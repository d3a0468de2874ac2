import type { en } from './en.ts';

/**
 * Everything the command line says, in one language: the shape of the English texts. A text that is missing in
 * another language, or one too many, does not compile.
 */
export type Text = typeof en;
