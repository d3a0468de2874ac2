import { createInstance } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AvailableResult, OfferSources, Release } from '#contract/toolchains';
import { en } from '#shared/i18n/en.ts';
import { zhCN } from '#shared/i18n/zh-CN.ts';
import { knownFrom, listedFrom } from './offer-sources.ts';

const texts = createInstance();
beforeAll(() =>
  texts.init({
    lng: 'en',
    resources: { en: { translation: en }, 'zh-CN': { translation: zhCN } },
    interpolation: { escapeValue: false },
  }),
);

const now = new Date('2026-11-20T17:00:00');
const indexed = (origin: OfferSources['origin']) => ({
  origin,
  asOf: new Date('2026-08-18T12:00:00').toISOString(),
});
const proxy = {
  url: 'https://goproxy.cn',
  origin: 'live' as const,
  asOf: new Date('2026-11-20T16:02:00').toISOString(),
};
const release = (listedBy: Release['listedBy']): Release => ({
  version: 'go1.27.4',
  stable: true,
  supported: true,
  minorReleased: null,
  installed: false,
  target: null,
  files: [],
  listedBy,
});
const listed = (sources: OfferSources, listedBy: Release['listedBy'] = 'index'): AvailableResult => ({
  ...sources,
  releases: [release(listedBy)],
});

describe('where the list is from', () => {
  it.each([
    [
      listed({ ...indexed('live'), proxy: null }),
      'From the official index, 18 Aug, 12:00.',
      '来自官方索引，查询于 8月18日 12:00。',
    ],
    [
      listed({ ...indexed('cached'), proxy: null }),
      'The official index could not be reached. From the copy of 18 Aug, 12:00. Newer versions may exist: type one to install it.',
      '无法连接官方索引，显示的是 8月18日 12:00 保存的副本。可能已有更新的版本，可直接输入版本号安装。',
    ],
    [
      listed({ ...indexed('bundled'), proxy }, 'proxy'),
      'The official index could not be reached. From the one that came with Burrow, of 18 Aug 2026. The others are from the module proxy https://goproxy.cn, as of 20 Nov, 16:02.',
      '无法连接官方索引，显示的是 Burrow 自带的索引（2026年8月18日）。其余版本来自模块代理 https://goproxy.cn（查询于 11月20日 16:02）。',
    ],
    [
      listed({ ...indexed('bundled'), proxy }),
      'The official index could not be reached. From the one that came with Burrow, of 18 Aug 2026. The module proxy https://goproxy.cn lists no others, as of 20 Nov, 16:02.',
      '无法连接官方索引，显示的是 Burrow 自带的索引（2026年8月18日）。模块代理 https://goproxy.cn 没有列出其他版本（查询于 11月20日 16:02）。',
    ],
  ])('case %#', (result, english, chinese) => {
    expect(listedFrom(result, texts.getFixedT('en'), 'en', now)).toBe(english);
    expect(listedFrom(result, texts.getFixedT('zh-CN'), 'zh-CN', now)).toBe(chinese);
  });
});

describe('where news is known from', () => {
  it.each([
    [
      { ...indexed('cached'), proxy: null },
      'As listed by the official index of 18 Aug, 12:00.',
      '依据官方索引（8月18日 12:00）。',
    ],
    [
      { ...indexed('bundled'), proxy },
      'As listed by the official index that came with Burrow, of 18 Aug 2026. The module proxy https://goproxy.cn was asked too (20 Nov, 16:02).',
      '依据 Burrow 自带的官方索引（2026年8月18日）。也查询了模块代理 https://goproxy.cn（11月20日 16:02）。',
    ],
  ])('case %#', (known, english, chinese) => {
    expect(knownFrom(known, texts.getFixedT('en'), 'en', now)).toBe(english);
    expect(knownFrom(known, texts.getFixedT('zh-CN'), 'zh-CN', now)).toBe(chinese);
  });
});
