import { expect, it } from 'vitest';
import { recordedBuild, recordedBuilds } from '#testing/build-records';
import { rememberedBuilds } from './build-history.ts';
import type { Grpc } from './grpc.ts';
import { encodeMessage } from './protobuf.ts';
import { Unreadable } from './unreadable.ts';

/** An engine that answers with these messages. */
function engine(messages: Buffer[] | null): Grpc {
  return { call: async () => messages } as unknown as Grpc;
}

it.each(recordedBuilds)("tells a real build's image and provenance: %s", async (name) => {
  const { id, event } = recordedBuild(name);
  const [build, ...others] = await rememberedBuilds(engine([Buffer.from(event, 'base64')]));
  expect(others).toEqual([]);
  expect(new Date((build?.completedAt ?? 0) * 1000).getUTCFullYear()).toBe(2026);
  expect(build?.digests).toEqual([id]);
  expect(build?.provenance).toEqual([
    { platform: null, digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string },
  ]);
});

it('tells what was written down for each platform of an index', async () => {
  const type = encodeMessage({ 1: 'in-toto.io/predicate-type', 2: 'https://slsa.dev/provenance/v1' });
  const other = encodeMessage({ 1: 'in-toto.io/predicate-type', 2: 'https://spdx.dev/Document' });
  const platform = (name: string, digest: string) => {
    const attested = [
      encodeMessage({ 2: encodeMessage({ 2: 'sha256:sbom', 5: other }) }),
      encodeMessage({ 2: encodeMessage({ 2: digest, 5: type }) }),
    ];
    return encodeMessage({ 11: encodeMessage({ 1: name, 2: Buffer.concat(attested) }) });
  };
  const record = Buffer.concat([
    encodeMessage({ 10: encodeMessage({ 1: encodeMessage({ 2: 'sha256:index' }) }) }),
    platform('linux/amd64', 'sha256:one'),
    platform('linux/arm64', 'sha256:two'),
    encodeMessage({ 9: encodeMessage({ 1: 'containerimage.digest', 2: 'sha256:said' }) }),
  ]);
  expect(await rememberedBuilds(engine([encodeMessage({ 2: record })]))).toEqual([
    {
      completedAt: 0,
      digests: ['sha256:index', 'sha256:said'],
      provenance: [
        { platform: 'linux/amd64', digest: 'sha256:one' },
        { platform: 'linux/arm64', digest: 'sha256:two' },
      ],
    },
  ]);
});

it('does not read more fields than builds have', async () => {
  const records = Buffer.alloc(120_000, encodeMessage({ 2: '' }));
  await expect(rememberedBuilds(engine([records, records]))).rejects.toThrow(Unreadable);
});

it('has none where the engine has no such method', async () => {
  expect(await rememberedBuilds(engine(null))).toEqual([]);
});
