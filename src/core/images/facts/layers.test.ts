import { describe, expect, test } from 'vitest';
import { layersOf } from './layers.ts';

/** History in the engine's order, newest first. */
function history(...steps: [createdBy: string, bytes: number][]) {
  return steps.map(([CreatedBy, Size]) => ({ CreatedBy, Size }));
}

const cases = [
  {
    name: 'only steps with bytes made a layer',
    layers: 2,
    history: history(['CMD ["x"]', 0], ['COPY b /', 2], ['WORKDIR /app', 0], ['COPY a /', 1]),
    steps: ['COPY a /', 'COPY b /'],
  },
  {
    name: 'a layer without bytes, between steps that only configure',
    layers: 3,
    history: history(
      ['/bin/sh -c #(nop)  ENTRYPOINT ["/app"]', 0],
      ['/bin/sh -c #(nop) COPY b /', 2],
      ['/bin/sh -c #(nop) WORKDIR /app', 0],
      ['/bin/sh -c #(nop)  ENV A=1', 0],
      ['/bin/sh -c #(nop) COPY a /', 1],
    ),
    steps: ['/bin/sh -c #(nop) COPY a /', '/bin/sh -c #(nop) WORKDIR /app', '/bin/sh -c #(nop) COPY b /'],
  },
  {
    name: 'neither count matches: either RUN or WORKDIR made a layer, and it is unknown which',
    layers: 2,
    history: history(['RUN true', 0], ['WORKDIR /app', 0], ['COPY a /', 1]),
    steps: [null, null],
  },
  { name: 'no history', layers: 2, history: [], steps: [null, null] },
  { name: 'no layers', layers: 0, history: history(['CMD ["x"]', 0]), steps: [] },
  { name: 'an imported layer has no step', layers: 1, history: history(['', 5000]), steps: [null] },
];

test.each(cases)('$name', ({ layers, history: engines, steps }) => {
  const diffIds = Array.from({ length: layers }, (_, index) => `sha256:${index}`);
  const found = layersOf(diffIds, engines);
  expect(found.map(({ diffId }) => diffId)).toEqual(diffIds);
  expect(found.map(({ createdBy }) => createdBy)).toEqual(steps);
});

describe('sizes and secrets', () => {
  test('bytes belong to their step, and are unknown without one', () => {
    expect(layersOf(['a', 'b'], history(['COPY y /', 7], ['COPY x /', 5]))).toMatchObject([
      { bytes: 5 },
      { bytes: 7 },
    ]);
    expect(layersOf(['a', 'b'], history(['COPY x /', 5]))).toMatchObject([{ bytes: null }, { bytes: null }]);
  });

  test('a build argument that is a secret is masked', () => {
    const [layer] = layersOf(['a'], history(['|1 GITHUB_TOKEN=ghp_12345 /bin/sh -c go build', 1]));
    expect(layer?.createdBy).not.toContain('ghp_12345');
    expect(layer?.createdBy).toContain('go build');
  });
});
