import { expect, it } from 'vitest';
import { imageVariant, tagOf } from './image-variant.ts';

it.each([
  ['shop', ''],
  ['shop:1', '1'],
  ['localhost:5000/shop', ''],
  ['localhost:5000/shop:v1@sha256:0', 'v1'],
  ['shop@sha256:0', ''],
])('the tag of %s is %j', (ref, tag) => expect(tagOf(ref)).toBe(tag));

it.each([
  ['1.2', ''],
  ['latest', ''],
  ['before', ''],
  ['fix-login', ''],
  ['v1.26.1-alpine3.20', 'alpine'],
  ['1.2-slim-bookworm', 'slim-bookworm'],
  ['fat', 'fat'],
  ['Scratch_1', 'scratch'],
  ['scratchpad', ''],
])('of the tag %s, %j names a variant', (tag, variant) => {
  expect(imageVariant({ ref: `shop:${tag}`, layers: [] })[0]).toBe(variant);
});

const base = (createdBy: string | null, diffId = 'sha256:0') =>
  imageVariant({ ref: 'shop:1', layers: [{ diffId, createdBy, bytes: null }] })[1];

it.each([
  [
    'two releases of Alpine',
    'ADD alpine-minirootfs-3.20.0-x86_64.tar.gz / # buildkit',
    'ADD alpine-minirootfs-3.22.1-x86_64.tar.gz / # buildkit',
    true,
  ],
  [
    'two builds of Debian',
    `/bin/sh -c #(nop) ADD file:${'a'.repeat(64)} in / `,
    `/bin/sh -c #(nop) ADD file:${'b'.repeat(64)} in / `,
    true,
  ],
  [
    'two snapshots of Debian',
    `# debian.sh --arch 'amd64' out/ 'bookworm' '@1763337600'`,
    `# debian.sh --arch 'amd64' out/ 'bookworm' '@1764547200'`,
    true,
  ],
  ['two Dockerfiles from scratch', 'COPY /out/server /server # buildkit', 'WORKDIR /app', true],
  ['scratch and BusyBox', 'COPY /out/server /server # buildkit', 'BusyBox 1.36.1 (glibc), Debian 12', false],
  ['scratch and something imported', 'COPY /out/server /server # buildkit', null, false],
])('the bases of %s', (_what, a, b, isSame) => expect(base(a) === base(b)).toBe(isSame));

it('tells bases apart by their content where nothing is said of them', () => {
  expect(base(null, 'sha256:1')).not.toBe(base(null, 'sha256:2'));
  expect(base(null, 'sha256:1')).toBe(base(null, 'sha256:1'));
});
