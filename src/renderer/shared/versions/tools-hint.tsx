import type { TFunction } from 'i18next';
import { say } from '#ui/toast.tsx';
import { client } from '#shared/client.ts';

/** After another default: says how many tools were built with an older Go, and where to rebuild them. */
export async function sayToolsHint(t: TFunction): Promise<void> {
  // A hint that cannot be had is none.
  const summary = await client.tools.summary().catch(() => null);
  if (summary === null || summary.outdated === 0 || summary.goVersion === null) return;
  say(t('tools.hint', { count: summary.outdated, version: summary.goVersion }), {
    // Messages stand outside of the router, whose addresses these are.
    detail: (
      <a href="#/tools" className="font-semibold text-accent underline-offset-4 hover:underline">
        {t('tools.toTools')}
      </a>
    ),
  });
}
