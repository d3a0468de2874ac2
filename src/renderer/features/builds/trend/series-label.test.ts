import { expect, it } from 'vitest';
import { exampleImage, exampleSeries } from '#component-tests/example-builds.ts';
import type { BuildSeries } from '#contract/build-list';
import { seriesLabel, withWords } from './series-label.ts';

const labels = (all: BuildSeries[], projectName: ((folder: string) => string) | null = null) =>
  all.map((series) => seriesLabel(series, all, projectName));
const image = (series: number, store: string, name = 'docker'): BuildSeries => {
  const latest = exampleImage();
  const facts = latest.image;
  return {
    series,
    count: 1,
    latest: { ...latest, image: facts && { ...facts, engine: { ...facts.engine, name, store } } },
  };
};

it('names a series by what it builds', () => {
  const all = [exampleSeries(2), exampleSeries(1, { target: 'linux/arm64' })];
  expect(labels(all)).toEqual(['./cmd/server · linux/amd64', './cmd/server · linux/arm64']);
  expect(labels(all, (folder) => `[${folder}]`)[0]).toBe('[/home/me/shop] · ./cmd/server · linux/amd64');
});

it('says by what series of the same program differ', () => {
  const all = [
    exampleSeries(3, { stripped: true, flags: ['-trimpath'], cgo: false }),
    exampleSeries(2, { cgo: true }),
    exampleSeries(1, { target: 'linux/arm64', cgo: false }),
  ];
  expect(labels(all)).toEqual([
    './cmd/server · linux/amd64 · -s -trimpath CGO_ENABLED=0',
    './cmd/server · linux/amd64 · CGO_ENABLED=1',
    './cmd/server · linux/arm64',
  ]);
});

it('leaves out what they have in common', () => {
  const all = [
    exampleSeries(3, { stripped: true, flags: ['-trimpath'], cgo: true }),
    exampleSeries(2, { flags: ['-trimpath'], cgo: true }),
    exampleSeries(1, { flags: ['-trimpath', '-race'], cgo: true }),
  ];
  expect(labels(all)).toEqual([
    './cmd/server · linux/amd64 · -s',
    './cmd/server · linux/amd64',
    './cmd/server · linux/amd64 · -race',
  ]);
});

it('says in which store an image is, where it is in several', () => {
  expect(labels([image(3, 'overlay2'), image(2, 'containerd'), image(1, 'archive', 'archive')])).toEqual([
    'shop · linux/amd64 · docker overlay2',
    'shop · linux/amd64 · docker containerd',
    'shop · linux/amd64 · archive',
  ]);
});

it.each([
  ['', true],
  ['SERVER arm', true],
  ['-trimpath server', true],
  ['server amd64', false],
])('finds it by %j: %s', (text, expected) => {
  expect(withWords('./cmd/server · linux/arm64 · -trimpath', text)).toBe(expected);
});
