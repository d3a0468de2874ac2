import { first } from './zh-CN/first.ts';
import { pages } from './zh-CN/pages.ts';
import type { Texts } from './texts.ts';

/** All texts of the app in Simplified Chinese. */
export const zhCN: Texts = { ...first, ...pages };
