import type { ImageMeasure } from '../image-comparison.ts';
import type { Locale } from '../locale.ts';
import { said } from '../said.ts';

type Unread = 'a' | 'b' | 'both' | null;

const measures: Record<Locale, Record<ImageMeasure, string>> = {
  en: {
    compressedBytes: 'compressed bytes',
    fileBytes: 'bytes of files',
    tarBytes: 'bytes of layers as tar',
    engineReported: 'what its engine reports',
  },
  'zh-CN': {
    compressedBytes: '压缩后的字节数',
    fileBytes: '文件的字节数',
    tarBytes: '各层 tar 的字节数',
    engineReported: '引擎所报的大小',
  },
};

const hints: Record<Locale, Record<'a' | 'b' | 'both', string>> = {
  en: {
    a: 'Read A too: with --read, Burrow counts the bytes of the files of both.',
    b: 'Read B too: with --read, Burrow counts the bytes of the files of both.',
    both: 'Read both: with --read, Burrow counts the bytes of their files.',
  },
  'zh-CN': {
    a: '请同时读取 A：使用 --read，Burrow 会统计两者文件的字节数。',
    b: '请同时读取 B：使用 --read，Burrow 会统计两者文件的字节数。',
    both: '请读取两者：使用 --read，Burrow 会统计它们文件的字节数。',
  },
};

/** Two images whose sizes count different things. */
export const imageComparisonFailures = {
  'compare.sizes-differ': said<{
    a: readonly ImageMeasure[];
    b: readonly ImageMeasure[];
    unread: Unread;
  }>('failed', {
    en: ({ a, b, unread }) => ({
      message: `The sizes cannot be compared: of A ${known(a, 'en')}, of B ${known(b, 'en')}.`,
      hint: hints.en[unread ?? 'both'],
    }),
    'zh-CN': ({ a, b, unread }) => ({
      message: `大小无法比较：A ${known(a, 'zh-CN')}，B ${known(b, 'zh-CN')}。`,
      hint: hints['zh-CN'][unread ?? 'both'],
    }),
  }),
};

function known(all: readonly ImageMeasure[], locale: Locale): string {
  const names = all.map((each) => measures[locale][each]);
  if (locale === 'en') return names.length === 0 ? 'no size is known' : `${names.join(' and ')} are known`;
  return names.length === 0 ? '没有已知的大小' : `已知${names.join('和')}`;
}
