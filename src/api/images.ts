import { implementer } from './implementer.ts';

export const images = implementer.images.router({
  list: implementer.images.list.handler(async ({ context }) => {
    const { listImages } = await import('#core/images');
    return listImages(context.system);
  }),
  inspect: implementer.images.inspect.handler(async ({ context, input }) => {
    const { inspectImage } = await import('#core/images');
    return inspectImage(context.system, input.ref);
  }),
  record: implementer.images.record.handler(async ({ context, input }) => {
    const { recordImage } = await import('#core/images');
    const build = await recordImage(context.system, await context.history(), input);
    return { id: build.id };
  }),
});
