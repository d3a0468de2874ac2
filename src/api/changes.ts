import { implement } from '@orpc/server';
import { changesContract } from '#contract/changes';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';
import { logBug } from './log.ts';

const implementer = implement(changesContract).$context<ApiContext>().use(failing);
let isLogged = false;

export default implementer.router({
  watch: implementer.watch.handler(async function* ({ context, input, signal }) {
    const { watchChanges } = await import('#core/changes');
    yield* watchChanges(context.system, input.project, {
      signal,
      onUnwatched({ folder, why }) {
        // On a Mac that is so by design, and one line tells enough.
        if (why === 'root' || isLogged) return;
        isLogged = true;
        const text = `${folder} cannot be watched (${why}): such folders are looked at every 2 s instead`;
        void logBug(context.system, 'changes.watch', text);
      },
    });
  }),
});
