import { expect, it } from 'vitest';
import type { Build } from '#contract/build';
import { detailOf, imageFactsExample, imageRecord, programRecord } from '#testing/example-builds';
import { seriesOf } from './series.ts';
import { seriesLabel } from './series-label.ts';

const program = (id: string, change: Partial<Build> = {}): Build =>
  detailOf(id, programRecord({ flags: [], cgo: false, ...change }));
const labels = (builds: Build[], projectName: ((folder: string) => string) | null = null) => {
  const all = seriesOf(builds);
  return all.map((series) => seriesLabel(series, all, projectName));
};
const image = (id: string, store: 'overlay2' | 'containerd') => {
  const facts = imageFactsExample();
  return detailOf(id, imageRecord({ ...facts, engine: { ...facts.engine, store } }));
};

it('names a series by what it builds', () => {
  const builds = [program('b2'), program('b1', { target: 'linux/arm64' })];
  expect(labels(builds)).toEqual(['./cmd/server · linux/amd64', './cmd/server · linux/arm64']);
  expect(labels(builds, (folder) => `[${folder}]`)[0]).toBe('[/home/me/shop] · ./cmd/server · linux/amd64');
});

it('says by what series of the same program differ', () => {
  const builds = [
    program('b3', { stripped: true, flags: ['-trimpath'] }),
    program('b2', { cgo: true }),
    program('b1', { target: 'linux/arm64' }),
  ];
  expect(labels(builds)).toEqual([
    './cmd/server · linux/amd64 · -s -trimpath CGO_ENABLED=0',
    './cmd/server · linux/amd64 · -s=false CGO_ENABLED=1',
    './cmd/server · linux/arm64',
  ]);
});

it('says in which store an image is, where it is in several', () => {
  expect(labels([image('b2', 'overlay2'), image('b1', 'containerd')])).toEqual([
    'shop · linux/amd64 · docker overlay2',
    'shop · linux/amd64 · docker containerd',
  ]);
});
