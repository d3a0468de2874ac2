import { implement } from '@orpc/server';
import { machineContract } from '#contract/machine';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

const implementer = implement(machineContract).$context<ApiContext>().use(failing);

export default implementer.router({
  show: implementer.show.handler(async ({ context }) => {
    const { describeMachine } = await import('#core/system');
    return describeMachine(context.system);
  }),
});
