import type { Build } from '#contract/build';
import type { BuildSeries } from '#contract/build-list';

/** The build of a program for tests. */
export function exampleBuild(change: Partial<Build> = {}): Build {
  return {
    id: 'b1',
    kind: 'program',
    status: 'succeeded',
    startedAt: '2026-11-20T12:00:00.000Z',
    builtAt: null,
    durationMs: 2100,
    exitCode: 0,
    project: '/home/me/shop',
    subject: './cmd/server',
    mainModule: null,
    goVersion: 'go1.26.1',
    target: 'linux/amd64',
    cgo: null,
    flags: [],
    vcs: null,
    stripped: null,
    artifact: { path: '/home/me/shop/server', bytes: 12_000_000, sha256: 'a'.repeat(64) },
    image: null,
    logTail: null,
    builtBy: null,
    name: null,
    note: null,
    pinned: false,
    ...change,
  };
}

/** The build of an image for tests. */
export function exampleImage(change: Partial<Build> = {}): Build {
  return exampleBuild({
    kind: 'image',
    status: 'recorded',
    subject: 'shop',
    goVersion: null,
    target: null,
    artifact: null,
    image: {
      ref: 'shop:1',
      id: 'sha256:1',
      repoDigest: null,
      platform: 'linux/amd64',
      createdAt: '2026-11-07T09:00:00.000Z',
      engine: { name: 'docker', version: '29.0.1', store: 'overlay2', endpoint: 'unix:///run/docker.sock' },
      sizes: { fileBytes: 2000, tarBytes: null, compressedBytes: null, engineReported: 2000 },
      layers: [],
    },
    ...change,
  });
}

/** A series for tests. */
export function exampleSeries(series: number, change: Partial<Build> = {}, count = 2): BuildSeries {
  return { series, latest: exampleBuild({ id: `b${series}`, ...change }), count };
}
