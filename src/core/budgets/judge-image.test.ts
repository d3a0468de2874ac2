import { expect, it } from 'vitest';
import type { ImageContents } from '#contract/image-contents';
import { imageFactsExample } from '#testing/example-builds';
import { imageContentsExample } from '#testing/example-image';
import { type CheckedImage, judgeImage } from './judge-image.ts';
import { imageBudgetOf } from './parse-image.ts';

const limits = (entry: object) =>
  imageBudgetOf(entry as Record<string, unknown>, 1, () => new Error('no budget'));
const image = (change: Partial<ImageContents> = {}): CheckedImage => ({
  name: 'shop:1',
  facts: null,
  contents: imageContentsExample(change),
  recorded: new Map(),
});
/** What is found, as `code severity`. */
const found = (checked: CheckedImage, entry: object) =>
  judgeImage(checked, limits(entry), 'burrow.toml').findings.map(
    ({ severity, reason }) => `${reason.code.replace('image-budget.', '')} ${severity}`,
  );

const config = imageContentsExample().config;
const user = (name: string) => image({ config: { ...config, user: name } });
const secret = {
  kind: 'env-file',
  path: 'app/.env',
  name: null,
  layer: 1,
  step: null,
  hidden: true,
} as const satisfies ImageContents['secrets'][number];

it.each<[string, CheckedImage, object, string[]]>([
  ['files as large as allowed', image(), { 'max-size': 2000 }, []],
  ['files that are larger', image(), { 'max-size': 1999 }, ['too-large error']],
  ['compressed layers', image(), { 'max-size': 999, measure: 'compressed' }, ['too-large error']],
  [
    'compressed layers that nobody knows',
    image({ sizes: { fileBytes: 1, tarBytes: 1, compressedBytes: null } }),
    { 'max-size': 999, measure: 'compressed' },
    ['size-unknown warning'],
  ],
  ['no waste', image(), { 'max-waste': 0 }, []],
  ['waste', image({ waste: { bytes: 9, count: 1, files: [] } }), { 'max-waste': '8 B' }, ['wasted error']],
  ['no secrets', image(), { secrets: false }, []],
  ['a secret that a later layer hides', image({ secrets: [secret] }), { secrets: false }, ['secret error']],
  ['nobody', user('nobody'), { root: false }, []],
  ['a number', user('65532:0'), { root: false }, []],
  ['no user', user(''), { root: false }, ['root error']],
  ['root with a group', user('root:app'), { root: false }, ['root error']],
  ['the number of root', user('0'), { root: false }, ['root error']],
])('%s', (_what, checked, entry, expected) => expect(found(checked, entry)).toEqual(expected));

const unread = { ...image(), contents: null, facts: imageFactsExample() };

it('says once which limits cannot be judged without reading the files', () => {
  const entry = { 'max-size': 1, 'max-waste': 1, secrets: false, root: false };
  const { findings, limits: compared } = judgeImage(unread, limits(entry), null);
  expect(compared).toBe(1);
  expect(findings.map(({ severity, reason }) => [severity, reason.code])).toEqual([
    ['error', 'image-budget.too-large'],
    ['warning', 'image-budget.not-read'],
  ]);
  expect(findings[0]?.reason.params).toMatchObject({ told: true, measure: 'files' });
  expect(findings[1]?.evidence[0]?.value).toBe('max-waste = 1, secrets = false, root = false');
});

const labelled = (name: string) =>
  image({ config: { ...config, labels: { 'org.opencontainers.image.base.name': name } } });
const onRecorded = (diffIds: string[]) => ({ ...image(), recorded: new Map([['debian:12', diffIds]]) });
const fromScratch = image({
  layers: imageContentsExample().layers.map((layer) => ({
    ...layer,
    step: { createdBy: 'COPY server /', instruction: 'COPY', text: 'COPY server /', args: [] },
  })),
});

it.each<[string, CheckedImage, string[], string[]]>([
  ['a label', labelled('docker.io/library/debian:12'), ['debian:12'], []],
  ['a label without its tag', labelled('docker.io/library/debian:12'), ['debian'], []],
  ['another label', labelled('docker.io/library/alpine:3'), ['debian'], ['base error']],
  ['a distribution', image(), ['Debian GNU/Linux 12*'], []],
  ['another distribution', image(), ['Alpine Linux *'], ['base error']],
  ['a recorded base', onRecorded(['sha256:base']), ['debian:12'], []],
  ['a recorded base that it is not on', onRecorded(['sha256:other']), ['debian:12'], ['base error']],
  ['a base that nobody knows', image(), ['debian:12'], ['base-unknown warning']],
  ['one of several', image(), ['debian:12', 'Debian*'], []],
  ['a layer', image(), ['sha256:base'], []],
  ['scratch', fromScratch, ['scratch'], []],
  ['something else than scratch', labelled('debian:12'), ['debian:11'], ['base error']],
])('a base is known by %s', (_what, checked, base, expected) =>
  expect(found(checked, { base })).toEqual(expected),
);
