import { implement } from '@orpc/server';
import { imageLookContract } from '#contract/image-look';
import type { ApiContext } from './context.ts';
import { failing } from './failing.ts';

const implementer = implement(imageLookContract).$context<ApiContext>().use(failing);

/** Images that are looked at without being recorded. */
export const imageLook = {
  look: implementer.look.handler(async function* ({ context, input: { files, ...request }, signal }) {
    const { listFiles, lookAtImage } = await import('#core/images');
    const { build, recorded, missing, contents, layers } = yield* lookAtImage(
      context.system,
      await context.history(),
      {
        ...request,
        signal,
      },
    );
    const diffIds = contents?.layers.map(({ diffId }) => diffId) ?? [];
    const entries = files && contents ? await layers(diffIds) : null;
    const known = diffIds.flatMap((diffId) => entries?.get(diffId) ?? []);
    return {
      facts: build.image,
      contents,
      record: recorded ? build.id : null,
      missing: missing && { code: missing.code, params: missing.params },
      filesJson: contents && entries ? JSON.stringify(listFiles(contents, known)) : null,
    };
  }),
  compare: implementer.compare.handler(async function* ({ context, input, signal }) {
    const [{ lookAtImage }, { compareSeen, htmlReport }] = await Promise.all([
      import('#core/images'),
      import('#core/comparison'),
    ]);
    const history = await context.history();
    const { a, b, locale, ...request } = input;
    const open = (source: string) => lookAtImage(context.system, history, { ...request, source, signal });
    const comparison = await compareSeen(yield* open(a), yield* open(b));
    return { comparison, html: locale ? htmlReport(comparison, locale) : null };
  }),
};
