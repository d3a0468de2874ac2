import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { layerOf, shortLayer } from '#testing/image-layers';
import { applyLayers } from '../contents/index.ts';
import { finalPrograms, type FoundProgram, listPrograms, programReader, tooLargePrograms } from './index.ts';

const go: FoundProgram = {
  kind: 'go',
  sha256: 'a'.repeat(64),
  goVersion: 'go1.26.1',
  mainPackage: 'example.com/shop/cmd/server',
  mainModule: { path: 'example.com/shop', version: 'v1.2.0', sum: null, replacedBy: null },
  target: 'linux/amd64',
  buildId: 'a/b',
  inspection: null,
};
const packed: FoundProgram = { kind: 'unread', reason: 'packed' };

function listed(...layers: [entries: string[], programs: Record<string, FoundProgram>][]) {
  const contents = layers.map(([entries, programs]) => ({
    content: shortLayer(...entries),
    programs: new Map(Object.entries(programs)),
  }));
  const { programs, unreadPrograms } = listPrograms(
    finalPrograms(contents, applyLayers(contents.map(({ content }) => content))),
  );
  return [...programs, ...unreadPrograms].map(({ path, layer }) => `${layer}:${path}`);
}

describe('programs of the final file system', () => {
  test('those that are hidden are none of it', () => {
    expect(listed([['s=1', 't=2'], { s: go, t: go }], [['s=1', '!t'], { s: go }])).toEqual(['1:s']);
  });

  test('links are no further programs, and a hard link may be the name that is left', () => {
    expect(listed([['s=1', 't=>s', 'u->s'], { s: go }])).toEqual(['0:s']);
    expect(listed([['s=1', 't=>s'], { s: go }], [['!s'], {}])).toEqual(['0:t']);
  });

  test('two files with the same content are two', () => {
    expect(listed([['s=1', 't=1'], { s: go, t: go }])).toEqual(['0:s', '0:t']);
  });

  test('what cannot be read is said', () => {
    expect(listed([['b=1', 'a=22'], { a: packed, b: go }])).toEqual(['0:b', '0:a']);
  });

  test('what is too large to be looked into is said, if it can be run', () => {
    const content = layerOf([
      { path: 'large', kind: 'file', content: '12345', mode: 0o755 },
      { path: 'data', kind: 'file', content: '12345', mode: 0o644 },
      { path: 'small', kind: 'file', content: '1234', mode: 0o755 },
    ]);
    const layers = [{ content, programs: new Map<string, FoundProgram>() }];
    expect(tooLargePrograms(layers, applyLayers([content]), 4)).toEqual([
      { path: 'large', bytes: 5, layer: 0, reason: 'too-large' },
    ]);
    const hidden = [...layers, { content: shortLayer('!large'), programs: new Map<string, FoundProgram>() }];
    const applied = applyLayers(hidden.map((each) => each.content));
    expect(tooLargePrograms(hidden, applied, 4)).toEqual([]);
  });

  test('as they describe themselves', () => {
    const content = shortLayer('s=1');
    const layers = [{ content, programs: new Map([['s', go]]) }];
    expect(listPrograms(finalPrograms(layers, applyLayers([content]))).programs).toEqual([
      {
        path: 's',
        bytes: 1,
        layer: 0,
        sha256: 'a'.repeat(64),
        goVersion: 'go1.26.1',
        mainPackage: 'example.com/shop/cmd/server',
        module: 'example.com/shop',
        version: 'v1.2.0',
        target: 'linux/amd64',
        buildId: 'a/b',
        buildBy: null,
        build: null,
      },
    ]);
  });
});

describe('the reader of executables', () => {
  const elf = Buffer.concat([
    Buffer.from('7f454c4602010100', 'hex'),
    Buffer.alloc(8),
    Buffer.from([2, 0, 62, 0]),
  ]);

  test('ignores what is not of Go, and says what is packed or damaged', async () => {
    const read = programReader();
    expect(await read('script', Buffer.from('#!/bin/sh\n'))).toBeNull();
    expect(await read('node', await readFile(process.execPath))).toBeNull();
    const upx = Buffer.concat([elf, Buffer.alloc(200), Buffer.from('UPX!')]);
    expect(await read('packed', upx)).toEqual({ kind: 'unread', reason: 'packed' });
    const damaged = Buffer.concat([elf, Buffer.alloc(3), Buffer.from('\xff Go buildinf:', 'latin1')]);
    expect(await read('damaged', damaged)).toEqual({ kind: 'unread', reason: 'damaged' });
    expect(await read('short', elf)).toBeNull();
  });
});
