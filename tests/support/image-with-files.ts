import { encodeLayer } from '#core/images/contents';
import type { ReadImage } from '#core/history';
import { imageContentsExample } from './example-image.ts';
import { layerOf } from './image-layers.ts';

/** What was read of an image of two layers, with its files: `name` is that of a program which it stores twice. */
export function imageWithFiles(name = 'server'): ReadImage {
  const path = `usr/local/bin/${name}`;
  const program = { path, kind: 'file', content: 'program '.repeat(20_000) } as const;
  const layers = [
    layerOf([{ path: 'etc/passwd', kind: 'file', content: 'root' }, program]),
    layerOf([
      { ...program, mode: 0o755 },
      { path: `bin/${name}`, kind: 'symlink', link: `/${path}` },
    ]),
  ];
  const example = imageContentsExample();
  const [inside] = example.programs;
  const bytes = program.content.length;
  const contents = imageContentsExample({
    programs: inside ? [{ ...inside, path, bytes, build: null }] : [],
    waste: { bytes, count: 1, files: [{ path, bytes, layer: 0, hiddenBy: 1, how: 'same', again: path }] },
    secrets: [
      {
        kind: 'private-key',
        path: `root/${name}/id_rsa`,
        name: null,
        layer: 0,
        step: `COPY ${name} /`,
        hidden: true,
      },
    ],
  });
  return {
    contents,
    layers: contents.layers.map(({ diffId }, index) => ({
      diffId,
      content: encodeLayer(layers[index] ?? layerOf([])),
    })),
    programs: [],
  };
}
