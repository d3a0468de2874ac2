import type { Locale } from './locale.ts';

/**
 * The last macOS with Rosetta for all programs
 * (https://developer.apple.com/documentation/apple-silicon/about-the-rosetta-translation-environment).
 */
export const lastRosetta = 'macOS 27';

/** When translated programs will stop running. */
export const rosettaEnds: Record<Locale, string> = {
  en: `General-purpose Rosetta is available through ${lastRosetta}; after that, programs built for Intel no longer run on this Mac.`,
  'zh-CN': `通用的 Rosetta 只支持到 ${lastRosetta}，此后为 Intel 构建的程序将无法在这台 Mac 上运行。`,
};
