import type { BuildDetail } from '#contract/build';
import type { ImageContents, ImageStep, LayerEntries } from '#contract/image-contents';
import { readStep } from '#contract/image-step';
import { exampleImage } from './example-builds.ts';
import { exampleLayer } from './example-layers.ts';

/** The layers of an image for tests whose program is stored twice, and which removes a key. */
export const exampleLayers: readonly LayerEntries[] = [
  exampleLayer(
    ['bin', 'directory'],
    ['bin/busybox', 'file', 1_900_000, 0o755],
    ['bin/sh', 'symlink', 'busybox'],
    ['etc', 'directory'],
    ['etc/passwd', 'file', 40],
  ),
  exampleLayer(['root/.ssh/id_rsa', 'file', 2602, 0o600], ['usr/local/bin/server', 'file', 8_000_000]),
  exampleLayer(['usr/local/bin/server', 'file', 8_000_000, 0o755], ['root/.ssh', 'whiteout']),
];

const steps = [
  'ADD rootfs.tar /',
  'COPY out/ /',
  'RUN |1 VERSION=v1.0.1 /bin/sh -c chmod 755 /usr/local/bin/server && rm -r /root/.ssh # buildkit',
];

/** What was read of that image. */
export function exampleContents(change: Partial<ImageContents> = {}): ImageContents {
  return {
    source: 'shop:1',
    configDigest: `sha256:${'c'.repeat(64)}`,
    platform: 'linux/amd64',
    otherPlatforms: [],
    createdAt: null,
    names: ['shop:1'],
    sizes: { fileBytes: 17_902_642, tarBytes: 17_920_000, compressedBytes: 7_000_000 },
    layers: steps.map((step, index) => layer(readStep(step), index)),
    config: {
      user: '',
      workingDir: '',
      entrypoint: ['/usr/local/bin/server'],
      cmd: [],
      env: [],
      labels: {},
      exposedPorts: [],
    },
    distribution: 'Alpine Linux v3.22',
    packages: [],
    unreadPackages: [],
    programs: [
      {
        path: '/usr/local/bin/server',
        bytes: 8_000_000,
        sha256: 'a'.repeat(64),
        layer: 2,
        goVersion: 'go1.26.1',
        mainPackage: 'example.com/shop/cmd/server',
        module: 'example.com/shop',
        version: 'v1.0.1',
        target: 'linux/amd64',
        buildId: null,
        buildBy: 'content' as const,
        build: 'b3',
      },
    ],
    unreadPrograms: [],
    waste: {
      bytes: 8_002_602,
      count: 2,
      files: [
        {
          path: 'usr/local/bin/server',
          bytes: 8_000_000,
          layer: 1,
          hiddenBy: 2,
          how: 'same',
          again: 'usr/local/bin/server',
        },
        { path: 'root/.ssh/id_rsa', bytes: 2602, layer: 1, hiddenBy: 2, how: 'removed', again: null },
      ],
    },
    secrets: [
      {
        kind: 'private-key',
        path: 'root/.ssh/id_rsa',
        name: null,
        layer: 1,
        step: 'COPY out/ /',
        hidden: true,
      },
    ],
    finalFiles: 3,
    finalBytes: 9_900_040,
    ...change,
  };
}

function layer(step: ImageStep, index: number): ImageContents['layers'][number] {
  const fileBytes = exampleLayers[index]?.bytes.reduce((sum, bytes) => sum + bytes, 0) ?? 0;
  return {
    diffId: `sha256:${String(index).repeat(64)}`,
    digest: null,
    compression: 'none',
    step,
    fileBytes,
    tarBytes: fileBytes + 2048,
    compressedBytes: Math.round(fileBytes / 2),
    added: index === 2 ? 0 : 3,
    changed: index === 2 ? 1 : 0,
    removed: index === 2 ? 2 : 0,
    files: 1,
  };
}

/** The build of that image in detail. */
export function exampleImageDetail(): BuildDetail {
  return {
    ...exampleImage({ id: 'b2' }),
    mainPackage: null,
    settings: [],
    modules: [],
    sections: [],
    buckets: [],
    packages: [],
    packagesMissing: null,
    owned: null,
    unowned: [],
    embedded: [],
    runs: null,
    buildId: null,
    analysis: 0,
  };
}
