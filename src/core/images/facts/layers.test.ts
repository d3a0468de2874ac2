import { describe, expect, test } from 'vitest';
import { layersOf as layersWith, stepsOf, withEmptySteps, withLayerCounts } from './layers.ts';
import type { HistoryReply } from '../engines/index.ts';

const layersOf = (diffIds: readonly string[], told: HistoryReply) => layersWith(diffIds, stepsOf(told));

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
    name: 'either RUN or WORKDIR made a layer; the others are known',
    layers: 3,
    history: history(['COPY b /', 2], ['RUN true', 0], ['WORKDIR /app', 0], ['COPY a /', 1]),
    steps: ['COPY a /', null, 'COPY b /'],
  },
  {
    name: 'two WORKDIR of one folder, of which one made a layer',
    layers: 3,
    history: history(['COPY b /', 2], ['WORKDIR /app', 0], ['WORKDIR /app', 0], ['COPY a /', 1]),
    steps: ['COPY a /', 'WORKDIR /app', 'COPY b /'],
  },
  {
    name: 'two adjacent WORKDIR that both made a layer',
    layers: 4,
    history: history(
      ['COPY b /', 2],
      ['/bin/sh -c #(nop) WORKDIR /app/b', 0],
      ['/bin/sh -c #(nop) WORKDIR /app/a', 0],
      ['/bin/sh -c #(nop)  USER app', 0],
      ['COPY a /', 1],
    ),
    steps: ['COPY a /', '/bin/sh -c #(nop) WORKDIR /app/a', '/bin/sh -c #(nop) WORKDIR /app/b', 'COPY b /'],
  },
  {
    name: 'a variable in a shell step is not the instruction of the same name',
    layers: 1,
    history: history(['|1 USER=x /bin/sh -c ENV=1 true', 0]),
    steps: ['|1 USER=x /bin/sh -c ENV=1 true'],
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
  test('bytes are known where all possible steps have the same', () => {
    const told = history(['COPY b /', 2], ['RUN true', 0], ['WORKDIR /app', 0], ['COPY a /', 1]);
    expect(layersOf(['a', 'b', 'c'], told).map(({ bytes }) => bytes)).toEqual([1, 0, 2]);
  });

  test('a layer without entries is not that of a step with bytes', () => {
    const empty = 'sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef';
    expect(layersOf(['a', empty], history(['COPY b /', 5000], ['RUN true', 0]))).toMatchObject([
      { createdBy: null },
      { createdBy: null },
    ]);
  });

  test('a source that says which steps are empty decides', () => {
    const steps = [
      { createdBy: 'RUN true', bytes: null, isEmpty: true },
      { createdBy: 'WORKDIR /app', bytes: null, isEmpty: false },
    ];
    expect(layersWith(['a'], steps)).toEqual([{ diffId: 'a', createdBy: 'WORKDIR /app', bytes: null }]);
  });

  test("an image's configuration, or Podman, decides, if it is of the same image", () => {
    const told = history(['WORKDIR /a', 0], ['RUN true', 0]);
    const withOwn = (...empty: boolean[]) => layersWith(['a'], withEmptySteps(stepsOf(told), empty));
    expect(withOwn(false, true)).toMatchObject([{ createdBy: 'RUN true' }]);
    expect(withOwn(true)).toMatchObject([{ createdBy: null }]);
  });

  test('a layer without entries takes blocks of a disk', () => {
    const nothing = `sha256:5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef`;
    const told = stepsOf(history(['RUN true', 4096], ['COPY a /', 8192]));
    expect(layersWith(['a', nothing], withEmptySteps(told, [false, false]))).toMatchObject([
      { createdBy: 'COPY a /', bytes: 8192 },
      { createdBy: 'RUN true', bytes: 4096 },
    ]);
  });

  test('the images that the classic builder keeps of its steps decide', () => {
    const told = history(['RUN true', 0], ['WORKDIR /b', 0], ['WORKDIR /a', 0], ['COPY a /', 3]);
    const withCounts = (...counts: (number | null)[]) =>
      layersWith(['x', 'y'], withLayerCounts(stepsOf(told), counts)).map(({ createdBy }) => createdBy);
    expect(withCounts(1, 1, 2, 2)).toEqual(['COPY a /', 'WORKDIR /b']);
    expect(withCounts(null, 1, 1, null)).toEqual(['COPY a /', null]);
    expect(withCounts(null, 1, 1, 2)).toEqual(['COPY a /', 'RUN true']);
  });

  test('a source whose number of steps is not that of the layers does not', () => {
    const steps = [
      { createdBy: 'COPY a /', bytes: 3, isEmpty: false },
      { createdBy: 'CMD x', bytes: 0, isEmpty: false },
    ];
    expect(layersWith(['a'], steps)).toMatchObject([{ createdBy: 'COPY a /', bytes: 3 }]);
  });

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
