import { expect, it } from 'vitest';
import { packageSize } from '#testing/package-sizes';
import { codeByOrigin } from './code-by-origin.ts';

const size = (path: string, codeBytes: number, inlinedIn: number | null, inlinedOut: number | null) => ({
  ...packageSize(path, codeBytes),
  codeBytes,
  inlinedIn,
  inlinedOut,
});

it('counts code for the package that wrote it', () => {
  const packages = [
    size('main', 100, 60, 0),
    size('slices', 10, 0, 90),
    size('all/inlined', 0, 0, 20),
    size('only/data', 0, 0, 0),
  ];
  expect(codeByOrigin(packages)).toEqual([
    { path: 'slices', bytes: 100, elsewhere: 90 },
    { path: 'main', bytes: 40, elsewhere: 0 },
    { path: 'all/inlined', bytes: 20, elsewhere: 20 },
  ]);
});

it('says nothing of what is not known', () => {
  expect(codeByOrigin([size('main', 100, null, null)])).toEqual([]);
});
