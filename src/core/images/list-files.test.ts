import { expect, it } from 'vitest';
import { shortLayer } from '#testing/image-layers';
import { readImageExample } from '#testing/example-images';
import { listFiles } from './list-files.ts';

const listed = (...layers: string[][]) => {
  const { contents } = readImageExample(layers.map((entries) => ['', ...entries] as const));
  return listFiles(
    contents,
    layers.map((entries) => shortLayer(...entries)),
  ).map(({ layer, path, change, wasted }) => `${layer} ${change} ${path}${wasted ? ' wasted' : ''}`);
};

it.each<[string, string[][], string[]]>([
  ['files that are new', [['a=1', 'd/', 'd/b=2']], ['0 added /a', '0 added /d', '0 added /d/b']],
  ['a file that changed', [['a=1'], ['a=22']], ['0 added /a wasted', '1 changed /a']],
  [
    'a folder that a layer passes through',
    [
      ['d/', 'd/a=1'],
      ['d/', 'd/b=1'],
    ],
    ['0 added /d', '0 added /d/a', '1 added /d/b'],
  ],
  ['a file that was removed', [['a=1'], ['!a']], ['0 added /a wasted', '1 removed /a']],
  [
    'a folder that was removed, and is there again',
    [['d/', 'd/a=1'], ['!d'], ['d/', 'd/a=1']],
    ['0 added /d', '0 added /d/a wasted', '1 removed /d', '2 added /d', '2 added /d/a'],
  ],
  [
    'a folder that was emptied',
    [
      ['d/', 'd/a=1'],
      ['d/', '!d/', 'd/a=2'],
    ],
    ['0 added /d', '0 added /d/a wasted', '1 changed /d/a'],
  ],
  [
    'all that was emptied',
    [['a=1'], ['!/', 'b=2'], ['a=3']],
    ['0 added /a wasted', '1 added /b', '2 added /a'],
  ],
])('%s', (_, layers, files) => {
  expect(listed(...layers)).toEqual(files);
});
