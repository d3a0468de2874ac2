import type { Locale } from './locale.ts';

/**
 * The last macOS with Rosetta for all programs
 * (https://developer.apple.com/documentation/apple-silicon/about-the-rosetta-translation-environment).
 */
export const lastRosetta = 'macOS 27';

/** Says when what is translated will no longer run: the one home of this sentence. */
export const rosettaEnds: Record<Locale, string> = {
  en: `General-purpose Rosetta lasts through ${lastRosetta}; after that, what is built for Intel no longer runs on this Mac.`,
  'zh-CN': `通用的 Rosetta 只支持到 ${lastRosetta}，此后为 Intel 构建的程序将无法在这台 Mac 上运行。`,
};
