import { expect, it } from 'vitest';
import { progressLine, type Transfer } from './progress-line.ts';
import { startTexts } from './text.ts';

const transfer = { bytes: 45_200_000, totalBytes: 110_300_000, bytesPerSecond: 3_100_000 };

it.each<[Partial<Transfer>, string, string]>([
  [
    {},
    "Electron's runtime  45.2 MB of 110.3 MB  3.1 MB/s  21 s left",
    'Electron 运行时  45.2 MB / 110.3 MB  3.1 MB/s  剩余 21 s',
  ],
  [
    { bytesPerSecond: 300_000 },
    "Electron's runtime  45.2 MB of 110.3 MB  300 kB/s  3 min 37 s left",
    'Electron 运行时  45.2 MB / 110.3 MB  300 kB/s  剩余 3 分 37 秒',
  ],
  [
    { bytesPerSecond: null },
    "Electron's runtime  45.2 MB of 110.3 MB",
    'Electron 运行时  45.2 MB / 110.3 MB',
  ],
  [
    { bytesPerSecond: 0 },
    "Electron's runtime  45.2 MB of 110.3 MB  0 B/s",
    'Electron 运行时  45.2 MB / 110.3 MB  0 B/s',
  ],
  [{ totalBytes: null }, "Electron's runtime  45.2 MB  3.1 MB/s", 'Electron 运行时  45.2 MB  3.1 MB/s'],
])('shows what has arrived, how fast, and how long it still takes: %j', (also, en, zh) => {
  expect(progressLine({ ...transfer, ...also }, startTexts.en, 'en')).toBe(en);
  expect(progressLine({ ...transfer, ...also }, startTexts['zh-CN'], 'zh-CN')).toBe(zh);
});
