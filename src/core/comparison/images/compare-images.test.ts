import { describe, expect, it } from 'vitest';
import type { ImageContents } from '#contract/image-contents';
import type { ImageFacts } from '#contract/images';
import { describeFailure } from '#contract/failure';
import '#contract/image-comparison-failures';
import { layerName } from '#contract/report/image-tables';
import { verdictSentence } from '#contract/words/verdict';
import { readImageExample, toldImageExample } from '#testing/example-images';
import type { LayerContent } from '#core/images';
import { compareImages, layersToLoad } from './compare-images.ts';
import type { ImageSide } from './side.ts';

const none = { fileBytes: null, tarBytes: null, compressedBytes: null, engineReported: null };
const engine = (name: string, store: string) => ({ name, version: '1', store, endpoint: 'unix:///s' });
const overlay2 = { engine: engine('docker', 'overlay2') };
const containerd = { engine: engine('docker', 'overlayfs') };
const podman = { engine: engine('podman', 'vfs') };
const told = (change: Partial<ImageFacts>) => toldImageExample([['base', 'ADD rootfs.tar /', 100]], change);

const rows = (a: ImageSide, b: ImageSide) =>
  compareImages(a, b).images.layers.map((row) => [
    layerName(row),
    row.a,
    row.b,
    row.change,
    row.measure,
    row.by,
  ]);

const read = (sizes: Partial<ImageContents['sizes']>) => {
  const image = readImageExample([['COPY a /', 'a=1']]);
  return { ...image, contents: { ...image.contents, sizes: { ...image.contents.sizes, ...sizes } } };
};

const sizes = (change: Partial<ImageFacts['sizes']>) => ({ sizes: { ...none, ...change } });

const builtWith = (version: string, bytes: number) =>
  toldImageExample([
    ['base', 'ADD r.tar /', 100],
    [version, `RUN |1 VERSION=${version} /bin/sh -c go build -o /app . # buildkit`, bytes],
  ]);

const under = (step: string) => toldImageExample([['base', step, 81_500]]);

const server = (size: number) => `app/server=${'x'.repeat(size)}`;

const program = (bytes: number, goVersion: string, build: string | null = null) => ({
  path: 'app/server',
  bytes,
  sha256: `${bytes}`,
  layer: 1,
  goVersion,
  mainPackage: '',
  buildId: null,
  module: 'example.com/shop',
  version: null,
  target: 'linux/amd64',
  build,
  buildBy: build === null ? null : ('content' as const),
});

const sentence = (a: ImageSide, b: ImageSide) => verdictSentence(compareImages(a, b), 'en');

const basedOn = (distribution: string, files: string, size: number) =>
  readImageExample(
    [
      ['# debian.sh', `usr/lib/x=${files}`],
      ['COPY server /app/', server(size)],
    ],
    { distribution },
  );

const installed = (...all: [string, string][]) => ({
  packages: all.map(([name, version]) => ({ name, version, arch: 'amd64', bytes: 1000 })),
});

const serving = (content: string, ...more: string[]) =>
  readImageExample([
    ['ADD rootfs.tar /', 'etc/', 'etc/os-release=debian'],
    ['RUN a', 'a=1'],
    ['COPY server /app/', 'app/', `app/server=${content}`, ...more],
  ]);

/** How many layers were loaded each time, and which files differ. */
const loaded = (a: ReturnType<typeof serving>, b: ReturnType<typeof serving>) => {
  const all = new Map([...a.entries, ...b.entries]);
  const entries = new Map<string, LayerContent>();
  const [left, right] = [
    { ...a, entries },
    { ...b, entries },
  ];
  const counts: number[] = [];
  for (let ids = layersToLoad(left, right); ids.length > 0; ids = layersToLoad(left, right)) {
    counts.push(ids.length);
    for (const id of ids) entries.set(id, all.get(id) as LayerContent);
  }
  const rowsOfFiles = compareImages(left, right).images.files?.rows ?? [];
  return [counts, rowsOfFiles.map(({ path, how, layerA, layerB }) => [path, how, layerA, layerB])];
};

describe('the size of the headline', () => {
  it.each<[string, ImageSide, ImageSide, string | null, string | null]>([
    [
      'compressed before bytes of files',
      told({ ...overlay2, ...sizes({ fileBytes: 1, compressedBytes: 2 }) }),
      told({ ...overlay2, ...sizes({ fileBytes: 1, compressedBytes: 2 }) }),
      'compressedBytes',
      'told',
    ],
    [
      'of two engines that count files',
      told({ ...overlay2, ...sizes({ fileBytes: 1 }) }),
      told({ ...overlay2, ...sizes({ fileBytes: 2 }) }),
      'fileBytes',
      'told',
    ],
    [
      'files and tar',
      told({ ...overlay2, ...sizes({ fileBytes: 1 }) }),
      told({ ...podman, ...sizes({ tarBytes: 2 }) }),
      null,
      null,
    ],
    [
      'files and compressed',
      told({ ...overlay2, ...sizes({ fileBytes: 1 }) }),
      told({ ...containerd, ...sizes({ compressedBytes: 2 }) }),
      null,
      null,
    ],
    [
      'what one engine prints',
      told({ engine: engine('x', 'y'), ...sizes({ engineReported: 1 }) }),
      told({ engine: engine('x', 'y'), ...sizes({ engineReported: 2 }) }),
      'engineReported',
      'told',
    ],
    [
      'what two engines print',
      told({ engine: engine('x', 'y'), ...sizes({ engineReported: 1 }) }),
      told({ engine: engine('z', 'y'), ...sizes({ engineReported: 2 }) }),
      null,
      null,
    ],
    [
      'what a containerd store prints',
      told({ ...containerd, ...sizes({ engineReported: 1 }) }),
      told({ ...containerd, ...sizes({ engineReported: 2 }) }),
      null,
      null,
    ],
    ['read in both', read({}), read({}), 'fileBytes', 'read'],
    [
      'read in both, compressed in both',
      read({ compressedBytes: 5 }),
      read({ compressedBytes: 6 }),
      'compressedBytes',
      'read',
    ],
    [
      'read in one, told of the other',
      read({}),
      told({ ...overlay2, ...sizes({ fileBytes: 1 }) }),
      null,
      null,
    ],
    [
      'read in both, and compressed as both engines tell it',
      { ...read({}), told: told({ ...containerd, ...sizes({ compressedBytes: 3 }) }).told },
      { ...read({}), told: told({ ...containerd, ...sizes({ compressedBytes: 4 }) }).told },
      'compressedBytes',
      'told',
    ],
  ])('%s', (_, a, b, measure, from) => {
    const result = compareImages(a, b);
    expect([result.measure, result.images.from]).toEqual([measure, from]);
    expect(result.change.change === null).toBe(measure === null);
    expect(result.images.incomparable === null).toBe(measure !== null);
  });

  it('says why there is none, and what to do', () => {
    const result = compareImages(
      told({ ...overlay2, ...sizes({ fileBytes: 1 }) }),
      told({ ...podman, ...sizes({ tarBytes: 2 }) }),
    );
    const reason = result.images.incomparable ?? { code: '', params: {} };
    expect(describeFailure(reason, 'en')).toEqual({
      message:
        'The sizes cannot be compared: of A bytes of files are known, of B bytes of layers as tar are known.',
      hint: 'Read both: then Burrow counts the bytes of their files.',
    });
    expect(verdictSentence(result, 'zh-CN')).toMatch(/^大小无法比较：/);
  });
});

describe('layers that engines tell', () => {
  it('does not subtract bytes that count different things', () => {
    const a = toldImageExample(
      [
        ['base', 'ADD r.tar /', 100],
        ['x', 'RUN useradd app', 4_300],
      ],
      { ...overlay2 },
    );
    const b = toldImageExample(
      [
        ['base', 'ADD r.tar /', 160],
        ['y', 'RUN useradd app', 41_000],
      ],
      {
        ...containerd,
        sizes: { ...none, compressedBytes: 9 },
      },
    );
    expect(rows(a, b)).toEqual([
      ['ADD r.tar /', 100, 160, 0, null, 'content'],
      ['RUN useradd app', 4_300, 41_000, null, null, 'step'],
    ]);
    expect(compareImages(a, b).change.change).toBeNull();
  });

  it('knows a step by its text and not by its build arguments', () => {
    expect(rows(builtWith('v1.0.0', 135_500), builtWith('v1.0.1', 135_500))).toEqual([
      ['ADD r.tar /', 100, 100, 0, 'fileBytes', 'content'],
      ['RUN go build -o /app .', 135_500, 135_500, 0, 'fileBytes', 'step'],
    ]);
  });

  it('a layer under another step is unchanged', () => {
    expect(rows(under('RUN one'), under('RUN two'))).toEqual([
      ['RUN two', 81_500, 81_500, 0, 'fileBytes', 'content'],
    ]);
  });

  it('lists layers that came and went where they are', () => {
    const a = toldImageExample([
      ['b', 'ADD r.tar /', 1],
      ['x', 'RUN old', 20],
      ['y', 'COPY a /', 3],
    ]);
    const b = toldImageExample([
      ['b', 'ADD r.tar /', 1],
      ['n', 'WORKDIR /app', 5],
      ['y', 'COPY a /', 3],
    ]);
    expect(rows(a, b)).toEqual([
      ['ADD r.tar /', 1, 1, 0, 'fileBytes', 'content'],
      ['WORKDIR /app', null, 5, 5, 'fileBytes', null],
      ['RUN old', 20, null, -20, 'fileBytes', null],
      ['COPY a /', 3, 3, 0, 'fileBytes', 'content'],
    ]);
  });
});

/** An image of a stage of a Dockerfile; null: not known. */
function ofStage(name: string | null) {
  const image = serving(name ?? '');
  const target = name === null ? undefined : { name, isLast: false };
  return { ...image, contents: { ...image.contents, configDigest: `sha256:${name}`, target } };
}

describe('what was read', () => {
  const base = ['ADD rootfs.tar /', 'etc/', 'etc/os-release=debian'] as const;

  const labelled = (digest: string, files: string) => {
    const name = 'org.opencontainers.image.base';
    const image = readImageExample([base, ['RUN b', `b=${files}`]]);
    const labels = { [`${name}.name`]: 'golang:1', [`${name}.digest`]: digest };
    return { ...image, contents: { ...image.contents, config: { ...image.contents.config, labels } } };
  };

  it('tells the program that grew, that it is stored twice, and its Go', () => {
    const a = readImageExample([base, ['COPY server /app/', server(3000)]], {
      programs: [program(3000, 'go1.24.9', 'b1')],
    });
    const b = readImageExample(
      [base, ['COPY server /app/', server(5000)], ['RUN chmod 755 /app/server', server(5000)]],
      {
        programs: [program(5000, 'go1.26.8', 'b2')],
      },
    );
    expect(sentence(a, b)).toBe(
      '+7 kB of files (+232.9 %): /app/server +2 kB, stored twice since `RUN chmod 755 /app/server` (+5 kB); Go 1.24.9 → 1.26.8',
    );
    const { images } = compareImages(a, b);
    expect(images.programs?.map((row) => [row.a?.build, row.b?.build, row.same])).toEqual([
      ['b1', 'b2', false],
    ]);
    expect(images.waste).toMatchObject({
      bytes: { a: 0, b: 5000 },
      rows: [
        {
          path: '/app/server',
          side: 'b',
          how: 'same',
          stored: 'COPY server /app/',
          hidden: 'RUN chmod 755 /app/server',
        },
      ],
    });
    expect(sentence(b, a)).toBe(
      '−7 kB of files (−70.0 %): /app/server −2 kB, no longer stored twice (−5 kB); Go 1.26.8 → 1.24.9',
    );
  });

  it('tells another base image apart from the program', () => {
    expect(
      sentence(basedOn('Debian 12', 'a'.repeat(500), 100), basedOn('Debian 13', 'b'.repeat(2500), 1100)),
    ).toBe('+3 kB of files (+500.0 %): the base image +2 kB, Debian 12 → Debian 13; /app/server +1 kB');
  });

  it('says that they are of two stages of a Dockerfile', () => {
    expect(sentence(ofStage('server'), ofStage('debug'))).toContain(
      'built from the stage debug instead of server',
    );
    expect(sentence(ofStage('server'), ofStage(null))).not.toContain('stage');
  });

  it('does not say that a base image is gone whose files another step brings', () => {
    const on = readImageExample([base, ['COPY server /app/', server(100)]], { distribution: 'Debian 12' });
    const copied = readImageExample(
      [
        ['COPY / / # buildkit', 'etc/', 'etc/os-release=debian'],
        ['COPY server /app/', server(100)],
      ],
      { distribution: 'Debian 12' },
    );
    // In the other order the layers differ, too.
    const reordered = readImageExample([
      ['COPY server /app/', server(100)],
      ['COPY / /', 'etc/', 'etc/os-release=debian', 'etc/more=1'],
    ]);
    expect(sentence(on, reordered)).not.toContain('base image');
    expect(sentence(reordered, on)).not.toContain('base image');
    expect(compareImages(on, copied).images.base.changed).toBe(false);
  });

  it('knows another base image by its label, and not how large it is', () => {
    const [a, b] = [labelled('sha256:1', '1'), labelled('sha256:2', '22')];
    expect(sentence(a, b)).toContain('the base image, another build of golang:1');
    expect(sentence(a, labelled('sha256:1', '22'))).not.toContain('base image');
  });

  it('compares an image without a base image with one that has one', () => {
    const scratch = readImageExample([['COPY server /app/', server(100)]]);
    const fat = readImageExample([base, ['COPY server /app/', server(100)]], { distribution: 'Debian 12' });
    expect(sentence(scratch, fat)).toBe('+6 B of files (+6.0 %): the base image Debian 12 +6 B, new');
    expect(rows(scratch, fat).map(([name, , , change]) => [name, change])).toEqual([
      ['ADD rootfs.tar /', 6],
      ['COPY server /app/', 0],
    ]);
  });

  it('knows the same image, the same layers, and the same files', () => {
    const one = readImageExample([base, ['COPY a /', 'a=1']]);
    expect(sentence(one, one)).toBe('Both are the same image');
    expect(layersToLoad(one, one)).toEqual([]);
    const config = { ...one.contents.config, user: 'app', env: ['MODE=fast'] };
    const other = readImageExample([base, ['COPY a /', 'a=1']], { config });
    expect(sentence(one, other)).toBe(
      'The size is the same: the layers are the same; only the configuration differs: USER and ENV',
    );
    const divided = readImageExample([base, ['COPY a /', 'a=1'], ['WORKDIR /app', 'app/']]);
    expect(sentence(one, divided)).toBe(
      'The size is the same: the files are the same; the layers differ only in times or in how they are divided',
    );
  });

  it('tells packages that came, went and have another version', () => {
    const a = readImageExample(
      [base, ['RUN apt-get install', 'var/lib/dpkg/status=1']],
      installed(['curl', '7'], ['git', '2']),
    );
    const b = readImageExample(
      [base, ['RUN apt-get install', 'var/lib/dpkg/status=22']],
      installed(['curl', '8'], ['jq', '1']),
    );
    expect(compareImages(a, b).images.packages?.map((each) => [each.name, each.a, each.b])).toEqual([
      ['curl', '7', '8'],
      ['git', '2', null],
      ['jq', null, '1'],
    ]);
    expect(sentence(a, b)).toContain('; packages: 1 in another version, 1 new, 1 removed, such as git 2');
  });

  it('does not say that packages are gone whose database cannot be read', () => {
    const layers: Parameters<typeof readImageExample>[0] = [base, ['RUN apt-get install', 'a=1']];
    const a = readImageExample(layers, installed(['curl', '7']));
    const b = readImageExample([base, ['RUN apt-get install', 'a=22']], {
      packages: [],
      unreadPackages: ['var/lib/rpm/Packages.db'],
    });
    expect(compareImages(a, b).images.packages).toBeNull();
    expect(sentence(a, b)).not.toContain('curl');
  });

  it('needs no common layers where those above touch the same files', () => {
    expect(loaded(serving('1'), serving('22'))).toEqual([[2], [['/app/server', 'changed', 2, 2]]]);
    expect(loaded(serving('1'), serving('1', 'etc/os-release=x'))).toEqual([
      [2, 2],
      [['/etc/os-release', 'changed', 0, 2]],
    ]);
    expect(loaded(serving('1'), serving('1', '!a'))).toEqual([[2, 2], [['/a', 'removed', 1, null]]]);
  });

  it('compares by layers where the files of one side are not kept', () => {
    const a = readImageExample([base, ['COPY a /', 'a=1']]);
    const b = readImageExample([base, ['COPY a /', 'a=22']]);
    const { images } = compareImages(a, { ...b, entries: new Map() });
    expect(images.files).toBeNull();
    expect(images.layers.map(({ change }) => change)).toEqual([0, 1]);
  });
});
