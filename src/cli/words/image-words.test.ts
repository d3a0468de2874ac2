import { expect, it } from 'vitest';
import { failure } from '#contract/failure';
import type { ImageFile } from '#contract/image-look';
import { imageFactsExample } from '#testing/example-builds';
import { readImageExample } from '#testing/example-images';
import { texts } from '../text/index.ts';
import { fittingFiles, filesCsv, imageJson } from './image-files.ts';
import { imageMarkdown } from './image-markdown.ts';
import { imageWords } from './image-words.ts';

const { contents } = readImageExample(
  [
    ['ADD rootfs.tar /', 'etc/', 'etc/os-release=tiny'],
    ['COPY server /usr/local/bin/', `usr/local/bin/server=${'x'.repeat(3000)}`],
    ['RUN chmod 755 /usr/local/bin/server', `usr/local/bin/server=${'x'.repeat(3000)}`],
  ],
  {
    distribution: 'Tiny 1',
    config: {
      user: '',
      workingDir: '',
      entrypoint: ['/usr/local/bin/server'],
      cmd: [],
      env: [],
      labels: {},
      exposedPorts: [],
    },
    secrets: [{ kind: 'environment', path: null, name: 'TOKEN', layer: null, hidden: false, step: null }],
  },
);
const seen = { facts: imageFactsExample({ ref: 'shop:1' }), contents, record: 'b7', missing: null };
const host = (locale: 'en' | 'zh-CN') => ({ text: texts[locale], locale });

it('shows the sizes with who counted them, the layers, the waste with both steps, and secrets without values', () => {
  const lines = imageWords(seen, null, host('en'))
    .split('\n')
    .map((line) => line.replaceAll(/ {2,}/g, '  '));
  for (const expected of [
    'Image  shop:1',
    'Recorded as  b7',
    'Bytes of files  2 kB (as docker tells it)',
    'Bytes of files  6 kB (as Burrow read it)',
    '  3 kB stored and not seen',
    'User  root (none is set)',
    '2  COPY server /usr/local/bin/  3 kB',
    '/usr/local/bin/server  3 kB  2  COPY server /usr/local/bin/  3  RUN chmod 755 /usr/local/bin/server (stored again)',
    'TOKEN  a secret in a variable',
  ]) {
    expect(lines.filter((line) => line.trimEnd().startsWith(expected))).not.toEqual([]);
  }
});

it('says what a layer removes, in place of 0 bytes', () => {
  const layers = contents.layers.map((layer) => ({ ...layer, fileBytes: 0, removed: 2 }));
  const removing = { ...seen, contents: { ...contents, layers } };
  expect(imageWords(removing, null, host('en'))).toMatch(/1 {2}ADD rootfs.tar \/ +removes 2 files/);
  expect(imageWords(removing, null, host('zh-CN'))).toContain('移除 2 个文件');
});

it('tells the stage, and of each layer where it is in the Dockerfile', () => {
  const lines = { file: 'Dockerfile', firstLine: 16, lastLine: 18, text: 'COPY server \\' };
  const target = { name: 'server', isLast: true };
  const told = {
    ...seen.facts,
    target,
    layers: seen.facts.layers.map((layer) => ({ ...layer, dockerfile: lines })),
  };
  const read = {
    ...contents,
    layers: contents.layers.map((layer, i) => (i === 1 ? { ...layer, dockerfile: lines } : layer)),
  };
  const words = imageWords({ ...seen, facts: told, contents: read }, null, host('en'));
  expect(words).toMatch(/^Stage +server$/m);
  expect(words).toMatch(/^Layers +Step +Dockerfile +Bytes/m);
  expect(words).toMatch(/2 {2}COPY server \S+ +Dockerfile:16-18 /);
  expect(words.match(/Dockerfile:16-18/g)).toHaveLength(1);
  const unread = { ...seen, facts: told, contents: null };
  expect(imageWords(unread, null, host('zh-CN'))).toMatch(/构建阶段 +server[^]+Dockerfile:16-18/);
  expect(imageJson(unread, null)).toMatchObject({
    target,
    layers: [{ dockerfile: lines }, { dockerfile: lines }],
  });
  expect(imageJson({ ...seen, facts: told }, null)).toMatchObject({ target });
});

it('calls what looks like a secret by its name in both languages', () => {
  expect(imageWords(seen, null, host('zh-CN'))).toMatch(/TOKEN +变量中的机密/);
});

it('lists what could not be read', () => {
  const read = {
    ...contents,
    unreadPackages: ['var/lib/rpm/Packages'],
    unreadPrograms: [{ path: 'app/packed', bytes: 2000, layer: 0, reason: 'packed' as const }],
  };
  const words = imageWords({ ...seen, contents: read }, null, host('en'));
  expect(words).toMatch(/^ +\/var\/lib\/rpm\/Packages cannot be read, so packages may be missing$/m);
  expect(words).toMatch(/^\/app\/packed +2 kB +packed by UPX, and not looked into$/m);
});

it('shows only what the engine tells of an image that was not read', () => {
  const words = imageWords({ ...seen, contents: null }, null, host('zh-CN'));
  expect(words).toContain('由 docker 给出');
  expect(words).toContain('尚未读取其中的文件');
  expect(imageJson({ ...seen, contents: null }, null)).toMatchObject({
    ref: 'shop:1',
    record: 'b7',
    contents: null,
  });
});

it('says that a record stands for an image that no engine has', () => {
  const missing = failure('image.unknown', { ref: 'shop:1', engine: 'unix:///d.sock' });
  expect(imageWords({ ...seen, missing }, null, host('en'))).toContain(
    'The engine at unix:///d.sock has no image shop:1.\nThis is the newest record of that name, b7.',
  );
});

it('has the sizes of the engine and those that were read under two names', () => {
  expect(imageJson(seen, [])).toMatchObject({
    sizes: { fileBytes: 2000 },
    readSizes: { fileBytes: 6004 },
    findings: [{ name: 'TOKEN' }],
    waste: { bytes: 3000 },
    files: [],
  });
});

it('begins every path of the document at the root', () => {
  const { waste, programs } = imageJson(seen, []) as {
    waste: typeof contents.waste;
    programs: { path: string }[];
  };
  const paths = [...waste.files, ...programs].map(({ path }) => path);
  expect(paths).not.toEqual([]);
  expect(paths.filter((path) => !path.startsWith('/'))).toEqual([]);
});

it('is Markdown with a table for each kind', () => {
  const text = imageMarkdown(seen, null, host('en'));
  expect(text).toContain('**Layers**\n\n| Step | Bytes of files | Added | Changed | Removed |');
  expect(text).not.toMatch(/undefined|null/);
});

const file = (path: string, more: Partial<ImageFile> = {}): ImageFile => ({
  path,
  kind: 'file',
  bytes: 10,
  mode: '0644',
  owner: '0:0',
  link: null,
  layer: 0,
  change: 'added',
  wasted: false,
  go: false,
  ...more,
});

it('filters files by what they are, and by layer', () => {
  const files = [
    file('/a'),
    file('/b', { change: 'changed', layer: 1, bytes: 2_000_000 }),
    file('/c', { change: 'removed', kind: 'whiteout', layer: 1, bytes: 0 }),
    file('/d', { wasted: true, bytes: 50 }),
    file('/e', { go: true, bytes: 5_000_000 }),
  ];
  const paths = (...of: [Parameters<typeof fittingFiles>[1], number | null]) =>
    fittingFiles(files, ...of).map(({ path }) => path);
  expect(paths(null, null)).toHaveLength(5);
  expect(paths('added', null)).toEqual(['/e', '/d', '/a']);
  expect(paths('changed', null)).toEqual(['/b', '/c']);
  expect(paths('wasted', null)).toEqual(['/d']);
  expect(paths('large', null)).toEqual(['/e', '/b']);
  expect(paths('go', 1)).toEqual([]);
  expect(filesCsv([file('/a,b')])).toBe(
    'layer,change,kind,bytes,mode,owner,path\r\n1,added,file,10,0644,0:0,"/a,b"\r\n',
  );
});
