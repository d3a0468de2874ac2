import type { Locale } from '#contract/locale';
import { en } from './en.ts';
import type { Text } from './text.ts';
import { zhCN } from './zh-CN.ts';

export const texts: Record<Locale, Text> = { en, 'zh-CN': zhCN };
