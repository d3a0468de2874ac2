import { expect, it } from 'vitest';
import { recordedBuild, recordedBuilds } from '#testing/build-records';
import type { Grpc } from './grpc.ts';
import { rememberedBuilds } from './build-history.ts';

/** An engine that answers with these messages. */
function engine(messages: Buffer[] | null): Grpc {
  return { call: async () => messages } as unknown as Grpc;
}

it.each(recordedBuilds)("tells a real build's image and provenance: %s", async (name) => {
  const { id, event } = recordedBuild(name);
  const [build, ...others] = await rememberedBuilds(engine([Buffer.from(event, 'base64')]));
  expect(others).toEqual([]);
  expect(new Date((build?.completedAt ?? 0) * 1000).getUTCFullYear()).toBe(2026);
  expect(build?.results).toEqual([
    { digests: [id], provenance: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string },
  ]);
});

it('has none where the engine has no such method', async () => {
  expect(await rememberedBuilds(engine(null))).toEqual([]);
});
