import { implement } from '@orpc/server';
import { variablesContract } from '#contract/managed-variables';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

const implementer = implement(variablesContract).$context<ApiContext>().use(failing);

export default implementer.router({
  list: implementer.list.handler(async ({ context }) => {
    const { setVariables } = await import('#core/environment');
    return { variables: await setVariables(context.system) };
  }),
  preview: implementer.preview.handler(async ({ context, input: { place, changes } }) => {
    const { previewVariables } = await import('#core/environment');
    return previewVariables(context.system, place, changes);
  }),
  write: implementer.write.handler(async ({ context, input: { place, id, changes } }) => {
    const { writeVariables } = await import('#core/environment');
    return writeVariables(context.system, place, { id, changes });
  }),
});
