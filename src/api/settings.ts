import { implement } from '@orpc/server';
import { settingsContract } from '#contract/settings';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

const implementer = implement(settingsContract).$context<ApiContext>().use(failing);

export default implementer.router({
  get: implementer.get.handler(async ({ context }) => {
    const { readSettings } = await import('#core/settings');
    return readSettings(context.system);
  }),
  set: implementer.set.handler(async ({ context, input }) => {
    const { writeSettings } = await import('#core/settings');
    const { settings, warning } = await writeSettings(context.system, input);
    if (input.installMissing !== undefined) {
      // Whether a shim may install a missing version is part of its text.
      const { refreshShims } = await import('#core/switching');
      await refreshShims(context.system);
    }
    return { ...settings, warning: warning && { code: warning.code, params: warning.params } };
  }),
});
