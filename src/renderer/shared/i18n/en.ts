import { first } from './en/first.ts';
import { pages } from './en/pages.ts';

/** All texts of the app in English; the other languages have the same keys. */
export const en = { ...first, ...pages };
