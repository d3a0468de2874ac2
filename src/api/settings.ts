import { implementer } from './implementer.ts';

export const settings = implementer.settings.router({
  get: implementer.settings.get.handler(async ({ context }) => {
    const { readSettings } = await import('#core/settings');
    return readSettings(context.system);
  }),
  set: implementer.settings.set.handler(async ({ context, input }) => {
    const { writeSettings } = await import('#core/settings');
    return writeSettings(context.system, input);
  }),
});
