import { expect, it } from 'vitest';
import { compareBuilds } from '#core/comparison';
import { detailOf, programRecord } from '#testing/example-builds';
import { packageSize } from '#testing/package-sizes';
import { en } from '../text/en.ts';
import { comparisonWords } from './comparison.ts';

const build = (id: string, sizes: Readonly<Record<string, number>>) =>
  detailOf(
    id,
    programRecord({
      artifact: {
        path: '/shop/server',
        bytes: Object.values(sizes).reduce((sum, bytes) => sum + bytes, 0),
        sha256: id.padStart(64, '0'),
      },
      packages: Object.entries(sizes).map(([path, bytes]) => packageSize(path, bytes)),
      analysis: 1,
    }),
  );

it('has bytes below bytes and percent below percent, whichever is missing', () => {
  const a = build('b1', { 'net/http': 10_000, fmt: 500_000, html: 4000, time: 100_000 });
  const b = build('b2', { 'net/http': 900_000, fmt: 500_100, mime: 300_000, time: 90_000 });
  const system = { now: () => new Date() } as Parameters<typeof comparisonWords>[1]['system'];
  const text = comparisonWords(compareBuilds(a, b), { text: en, locale: 'en', system });
  const packages = text.slice(text.indexOf(en.compare.packages)).split('\n').slice(1);
  expect(packages.map((line) => line.trimEnd())).toEqual([
    'net/http                   10 kB  900 kB  +890 kB       ×90',
    'mime                           –  300 kB  +300 kB',
    'time                      100 kB   90 kB   −10 kB   −10.0 %',
    'html                        4 kB       –    −4 kB  −100.0 %',
    'fmt                       500 kB  500 kB   +100 B    <0.1 %',
  ]);
});
