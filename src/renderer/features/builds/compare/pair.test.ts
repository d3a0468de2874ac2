import { describe, expect, it } from 'vitest';
import type { Build } from '#contract/build';
import { pairFor } from './pair.ts';

function build(id: string, subject: string, bytes: number | null = 100): Build {
  return {
    id,
    kind: 'program',
    status: bytes === null ? 'failed' : 'succeeded',
    startedAt: '2026-11-20T12:00:00.000Z',
    builtAt: null,
    stripped: null,
    mainModule: null,
    durationMs: null,
    exitCode: 0,
    project: '/shop',
    subject,
    goVersion: 'go1.26.7',
    target: 'linux/amd64',
    cgo: null,
    flags: [],
    vcs: null,
    artifact: bytes === null ? null : { path: `/${id}`, bytes, sha256: '' },
    image: null,
    logTail: null,
    builtBy: null,
    name: null,
    note: null,
    pinned: false,
  };
}

function image(id: string): Build {
  return {
    ...build(id, 'shop', null),
    kind: 'image',
    status: 'recorded',
    image: {
      ref: 'shop:1',
      id: 'sha256:1',
      repoDigest: null,
      platform: 'linux/amd64',
      createdAt: null,
      engine: { name: 'docker', version: '29', store: 'overlay2', endpoint: '' },
      sizes: { fileBytes: null, tarBytes: null, compressedBytes: null, engineReported: 5 },
      layers: [],
    },
  };
}

const history = [
  build('b8', './cmd/tool'),
  image('b7'),
  build('b6', './cmd/server', null),
  build('b5', './cmd/server'),
  build('b4', './cmd/report'),
  build('b3', './cmd/server'),
  build('b2', './cmd/server'),
];

describe('pairFor', () => {
  it.each([
    ['nothing chosen: the two newest of one series', {}, { a: 'b3', b: 'b5' }],
    ['A chosen: the one after it', { a: 'b2' }, { a: 'b2', b: 'b3' }],
    ['the newest as A: the one before it', { a: 'b5' }, { a: 'b5', b: 'b3' }],
    ['B chosen: the one before it', { b: 'b5' }, { a: 'b3', b: 'b5' }],
    ['the only build of its series: any other program', { b: 'b4' }, { a: 'b8', b: 'b4' }],
    ['the only image: none', { a: 'b7' }, null],
    ['an unknown build: the two newest of one series', { a: 'b99' }, { a: 'b3', b: 'b5' }],
  ])('%s', (_, chosen, pair) => {
    expect(pairFor(history, chosen)).toEqual(pair);
  });

  it('is null without two builds of a series', () => {
    expect(pairFor([build('b2', './cmd/tool'), build('b1', './cmd/server')], {})).toBeNull();
    expect(pairFor([], {})).toBeNull();
  });
});
