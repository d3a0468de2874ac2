import { implement } from '@orpc/server';
import { proxiesContract } from '#contract/proxies';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

const implementer = implement(proxiesContract).$context<ApiContext>().use(failing);

export default implementer.router({
  settings: implementer.settings.handler(async ({ context, input }) => {
    const { proxySettings } = await import('#core/environment');
    return proxySettings(context.system, input.dir);
  }),
  test: implementer.test.handler(async function* ({ context, input, signal }) {
    const { testProxies } = await import('#core/environment');
    return yield* testProxies(context.system, input, { signal });
  }),
  route: implementer.route.handler(async ({ context, input }) => {
    const { moduleRoute } = await import('#core/environment');
    return moduleRoute(context.system, input);
  }),
});
