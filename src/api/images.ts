import { implement } from '@orpc/server';
import { imageCallsContract } from '#contract/image-calls';
import { imageCheckContract } from '#contract/image-check';
import { imageLookContract } from '#contract/image-look';
import { imagesContract } from '#contract/images';
import { layersText } from '#contract/layer-entries';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';
import { imageLook } from './image-look.ts';

const implementer = implement({
  ...imagesContract,
  ...imageCallsContract,
  ...imageLookContract,
  ...imageCheckContract,
})
  .$context<ApiContext>()
  .use(failing);

export default implementer.router({
  ...imageLook,
  engines: implementer.engines.handler(async ({ context }) => {
    const { listEngines } = await import('#core/images');
    return listEngines(context.system);
  }),
  chooseEngine: implementer.chooseEngine.handler(async ({ context, input }) => {
    const { chooseEngine } = await import('#core/images');
    await chooseEngine(context.system, input.endpoint);
    return {};
  }),
  list: implementer.list.handler(async ({ context }) => {
    const { listImages } = await import('#core/images');
    return listImages(context.system);
  }),
  inspect: implementer.inspect.handler(async ({ context, input }) => {
    const { inspectImage } = await import('#core/images');
    return inspectImage(context.system, input.ref);
  }),
  read: implementer.read.handler(async function* ({ context, input, signal }) {
    const { lookAtImage } = await import('#core/images');
    const request = { ...input, read: true, signal };
    const { contents } = yield* lookAtImage(context.system, await context.history(), request);
    return { contents };
  }),
  record: implementer.record.handler(async function* ({ context, input, signal }) {
    const { recordImage } = await import('#core/images');
    return yield* recordImage(context.system, await context.history(), input, signal);
  }),
  check: implementer.check.handler(async function* ({ context, input, signal }) {
    const { checkImage } = await import('#core/budgets');
    return yield* checkImage(context.system, await context.history(), input, signal);
  }),
  contents: implementer.contents.handler(async ({ context, input }) => ({
    contents: await (await context.history()).imageContents(input.id),
  })),
  entries: implementer.entries.handler(async ({ context, input }) => {
    const { keptEntries } = await import('#core/images');
    const layers = await keptEntries(await context.history(), input.id);
    return { layersJson: layersText(layers) };
  }),
});
