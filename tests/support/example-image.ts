import type { ImageContents } from '#contract/image-contents';
import type { ReadImage } from '#core/history';

const sha = (digit: string) => digit.repeat(64);

/** What was read of an image of two layers, with one program; `change` replaces some of its fields. */
export function imageContentsExample(change: Partial<ImageContents> = {}): ImageContents {
  const sizes = { fileBytes: 1000, tarBytes: 2048, compressedBytes: 500 };
  return {
    source: 'shop:1',
    configDigest: `sha256:${sha('c')}`,
    platform: 'linux/amd64',
    otherPlatforms: [],
    createdAt: '2026-11-07T09:00:00.000Z',
    names: ['shop:1'],
    sizes: { fileBytes: 2000, tarBytes: 4096, compressedBytes: 1000 },
    layers: ['base', 'app'].map((name, i) => ({
      ...sizes,
      diffId: `sha256:${name}`,
      digest: `sha256:${sha(String(i))}`,
      compression: 'gzip' as const,
      step: { createdBy: `RUN ${name}`, instruction: 'RUN', text: `RUN ${name}`, args: [] },
      added: 1,
      changed: 0,
      removed: 0,
      files: 1,
    })),
    config: {
      user: '',
      workingDir: '/app',
      entrypoint: ['/app/server'],
      cmd: [],
      env: ['PATH=/bin'],
      labels: {},
      exposedPorts: [],
    },
    distribution: 'Debian GNU/Linux 12 (bookworm)',
    packages: [{ name: 'base-files', version: '12.4', arch: 'amd64', bytes: 340_000 }],
    programs: [
      {
        path: 'app/server',
        bytes: 1000,
        sha256: sha('a'),
        layer: 1,
        goVersion: 'go1.26.1',
        mainPackage: 'example.com/shop/cmd/server',
        module: 'example.com/shop',
        version: '(devel)',
        target: 'linux/amd64',
        buildId: null,
        build: null,
        buildBy: null,
      },
    ],
    unreadPrograms: [],
    unreadPackages: [],
    waste: { bytes: 0, count: 0, files: [] },
    secrets: [],
    finalFiles: 2,
    finalBytes: 2000,
    ...change,
  };
}

/** The same with a content for each of its layers, as it is given to the history. */
export function readImageExample(
  change: Partial<ImageContents> = {},
  programs: ReadImage['programs'] = [],
): ReadImage {
  const contents = imageContentsExample(change);
  const layers = contents.layers.map(({ diffId }) => ({
    diffId,
    content: Buffer.from(`entries of ${diffId}`),
  }));
  return { contents, layers, programs };
}
