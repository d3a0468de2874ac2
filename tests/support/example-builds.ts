import type { BuildDetail } from '#contract/build';
import type { ImageFacts } from '#contract/images';
import { type BuildRecord, type ImageRecord, noFacts, unsaid } from '#core/history';
import { packageSize } from './package-sizes.ts';

/** The build of a program as it is given to the history; `change` replaces some of its fields. */
export function programRecord(change: Partial<BuildRecord> = {}): BuildRecord {
  return {
    kind: 'program',
    status: 'succeeded',
    startedAt: '2026-11-07T10:00:00.000Z',
    builtAt: null,
    stripped: null,
    mainModule: null,
    durationMs: 2100.5,
    exitCode: 0,
    project: '/home/me/shop',
    subject: './cmd/server',
    goVersion: 'go1.26.1',
    target: 'linux/amd64',
    cgo: true,
    flags: ['-trimpath', '-ldflags=-s -w'],
    vcs: { commit: '4f1c', dirty: false, branch: 'main', tag: null },
    artifact: { path: '/home/me/shop/server', bytes: 1000, sha256: 'a'.repeat(64) },
    image: null,
    logTail: null,
    ...unsaid,
    ...noFacts,
    modules: [
      { path: 'example.com/a', version: 'v1.0.0', sum: 'h1:a', replacedBy: null },
      {
        path: 'example.com/b',
        version: 'v1.2.0',
        sum: null,
        replacedBy: { path: '../b', version: '' },
      },
    ],
    sections: [
      { name: '.text', bytes: 600, memoryBytes: 600 },
      { name: '.bss', bytes: 0, memoryBytes: 90 },
    ],
    buckets: [
      { name: 'code', bytes: 600 },
      { name: 'other', bytes: 400 },
    ],
    packages: [packageSize('runtime', 350, 300, 3), packageSize('main', 110, 100)],
    ...change,
  };
}

/** The facts about an image as an engine with the overlay2 store reports them. */
export function imageFactsExample(change: Partial<ImageFacts> = {}): ImageFacts {
  return {
    ref: 'shop:1',
    id: 'sha256:1',
    repoDigest: null,
    platform: 'linux/amd64',
    createdAt: '2026-11-07T09:00:00.000Z',
    engine: { name: 'docker', version: '29.0.1', store: 'overlay2', endpoint: 'unix:///var/run/docker.sock' },
    sizes: { fileBytes: 2000, tarBytes: null, compressedBytes: null, engineReported: 2000 },
    layers: [
      { diffId: 'sha256:base', createdBy: `ADD file:${'0'.repeat(64)} in /`, bytes: 1500 },
      { diffId: 'sha256:app', createdBy: null, bytes: 500 },
    ],
    ...change,
  };
}

/** The record of an image as it is given to the history. */
export function imageRecord(image: ImageFacts = imageFactsExample()): ImageRecord {
  return {
    kind: 'image',
    status: 'recorded',
    startedAt: '2026-11-07T10:00:00.000Z',
    builtAt: null,
    stripped: null,
    mainModule: null,
    durationMs: null,
    exitCode: null,
    project: '/home/me/shop',
    subject: 'shop',
    goVersion: null,
    target: null,
    cgo: null,
    flags: [],
    vcs: null,
    artifact: null,
    image,
    logTail: null,
    ...unsaid,
    ...noFacts,
  };
}

/** The same record as the history returns it. */
export function detailOf(id: string, record: BuildRecord): BuildDetail {
  return { id, ...record };
}
