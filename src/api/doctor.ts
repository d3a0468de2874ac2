import { implement } from '@orpc/server';
import { doctorContract } from '#contract/doctor';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';
import { logBug } from './log.ts';

const implementer = implement(doctorContract).$context<ApiContext>().use(failing);

/** What the doctor looks at, and where faults of its checks go. */
function sceneOf(context: ApiContext, dir: string, signal: AbortSignal | undefined) {
  const { system } = context;
  const onBug = (check: string, bug: unknown) => logBug(system, `doctor.${check}`, bug);
  return [
    { system, dir, history: () => context.history() },
    { signal, onBug },
  ] as const;
}

export default implementer.router({
  examine: implementer.examine.handler(async function* ({ context, input, signal }) {
    const { examine } = await import('#core/doctor');
    return yield* examine(...sceneOf(context, input.dir, signal));
  }),
  preview: implementer.preview.handler(async ({ context, input, signal }) => {
    const { previewFixes } = await import('#core/doctor');
    const [scene, options] = sceneOf(context, input.dir, signal);
    return previewFixes(scene, input.ids, options);
  }),
  fix: implementer.fix.handler(async ({ context, input, signal }) => {
    const { fixFindings } = await import('#core/doctor');
    const [scene, options] = sceneOf(context, input.dir, signal);
    return fixFindings(scene, input, options);
  }),
});
