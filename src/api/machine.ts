import { implementer } from './implementer.ts';

export const machine = implementer.machine.router({
  show: implementer.machine.show.handler(async ({ context }) => {
    const { describeMachine } = await import('#core/system');
    return describeMachine(context.system);
  }),
});
