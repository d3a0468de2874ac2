import { createInstance } from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import type { InstallProgress } from '#contract/install-progress';
import { en } from '#shared/i18n/en.ts';
import { zhCN } from '#shared/i18n/zh-CN.ts';
import { fractionDone, progressLine } from './progress-line.ts';

const texts = createInstance();
beforeAll(() =>
  texts.init({
    lng: 'en',
    resources: { en: { translation: en }, 'zh-CN': { translation: zhCN } },
    interpolation: { escapeValue: false },
  }),
);

const downloading: InstallProgress = {
  version: 'go1.27.0',
  phase: 'downloading',
  bytes: 46_100_000,
  totalBytes: 74_200_000,
  bytesPerSecond: 11_000_000,
  source: null,
  building: null,
};

const building: InstallProgress = {
  ...downloading,
  phase: 'building',
  bytes: 0,
  totalBytes: null,
  bytesPerSecond: null,
  building: { step: 4, steps: 7, package: 'cmd/link', packages: 312 },
};

describe('progressLine', () => {
  it.each([
    [downloading, '46.1 MB of 74.2 MB · 11.0 MB/s · Downloading'],
    [{ ...downloading, bytesPerSecond: null }, '46.1 MB of 74.2 MB · Downloading'],
    [{ ...downloading, totalBytes: null }, '46.1 MB · 11.0 MB/s · Downloading'],
    [
      { ...downloading, phase: 'resolving' as const, bytes: 0, totalBytes: null, bytesPerSecond: null },
      'Resolving the version',
    ],
    [building, 'Building · step 4 of 7 · cmd/link'],
    [
      { ...building, building: { step: 5, steps: 7, package: null, packages: 312 } },
      'Building · step 5 of 7',
    ],
    [null, 'Starting'],
  ])('shows only what is known (%#)', (progress, line) => {
    expect(progressLine(progress, texts.getFixedT('en'), 'en')).toBe(line);
  });

  it('is translated', () => {
    expect(progressLine(downloading, texts.getFixedT('zh-CN'), 'zh-CN')).toBe(
      '46.1 MB / 74.2 MB · 11.0 MB/秒 · 正在下载',
    );
  });
});

describe('fractionDone', () => {
  it.each([
    [downloading, 46.1 / 74.2],
    [building, 3 / 7],
    [{ ...downloading, totalBytes: null }, null],
    [{ ...downloading, totalBytes: 0 }, null],
    [null, null],
  ])('is null when the total is not known (%#)', (progress, fraction) => {
    const done = fractionDone(progress);
    if (fraction === null) expect(done).toBeNull();
    else expect(done).toBeCloseTo(fraction);
  });
});
