import { implementer } from './implementer.ts';

export const builds = implementer.builds.router({
  run: implementer.builds.run.handler(async function* ({ context, input, signal }) {
    const { runBuild } = await import('#core/builds');
    return yield* runBuild(context.system, await context.history(), input, signal);
  }),
  record: implementer.builds.record.handler(async ({ context, input }) => {
    const { recordFile } = await import('#core/builds');
    return { build: await recordFile(context.system, await context.history(), input) };
  }),
  history: implementer.builds.history.handler(async ({ context, input }) =>
    (await context.history()).list(input),
  ),
  show: implementer.builds.show.handler(async ({ context, input }) => ({
    build: await (await context.history()).get(input.id),
  })),
  compare: implementer.builds.compare.handler(async ({ context, input }) => {
    const [{ compareBuilds }, history] = await Promise.all([import('#core/history'), context.history()]);
    return compareBuilds(await history.get(input.a), await history.get(input.b));
  }),
  forget: implementer.builds.forget.handler(async ({ context, input }) => ({
    forgotten: await (await context.history()).forget(input.id),
  })),
  restore: implementer.builds.restore.handler(async ({ context, input }) => ({
    build: await (await context.history()).restore(input.id),
  })),
  mainPackages: implementer.builds.mainPackages.handler(async ({ context, input }) => {
    const { mainPackages } = await import('#core/builds');
    return { packages: await mainPackages(context.system, input.dir) };
  }),
});
