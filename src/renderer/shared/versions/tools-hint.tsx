import type { TFunction } from 'i18next';
import { showMessage } from '#ui/toast.tsx';
import { client } from '#shared/client.ts';

/** After a change of the default: shows how many tools were built with an older Go, and where to rebuild them. */
export async function showToolsHint(t: TFunction): Promise<void> {
  // The hint is optional: show none if this fails.
  const summary = await client.tools.summary().catch(() => null);
  if (summary === null || summary.outdated === 0 || summary.goVersion === null) return;
  showMessage(t('install.toolsHint', { count: summary.outdated, version: summary.goVersion }), {
    // Messages are rendered outside the router, so this cannot be its Link.
    detail: (
      <a href="#/tools" className="font-semibold text-accent underline-offset-4 hover:underline">
        {t('install.toTools')}
      </a>
    ),
  });
}
