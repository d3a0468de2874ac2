import { implement } from '@orpc/server';
import { findingsContract } from '#contract/findings';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

const implementer = implement(findingsContract).$context<ApiContext>().use(failing);

/** Profiles know shells; what a version manager's lines look like is known to the toolchains. */
async function withMarks() {
  const [profiles, { profileMarks }] = await Promise.all([
    import('#core/profiles'),
    import('#core/toolchains'),
  ]);
  return { ...profiles, marks: profileMarks() };
}

export default implementer.router({
  list: implementer.list.handler(async ({ context }) => {
    const { listFindings, marks } = await withMarks();
    return listFindings(context.system, marks);
  }),
  preview: implementer.preview.handler(async ({ context, input }) => {
    const { previewTurnOff, marks } = await withMarks();
    return previewTurnOff(context.system, marks, input.ids);
  }),
  turnOff: implementer.turnOff.handler(async ({ context, input }) => {
    const { turnOff, marks } = await withMarks();
    return turnOff(context.system, marks, input);
  }),
});
