import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useHome } from '#shared/projects/index.ts';
import { rosettaEnds } from '#contract/rosetta';
import type { ToolList } from '#contract/tools';
import { tildePath } from '#ui/path.tsx';
import { Popover } from '#ui/popover.tsx';
import { useLocale } from '#ui/use-locale.ts';

/** The folders of the tools, the Go that a rebuild uses, and the other files in the folders. */
export function ToolsFoot({ list: { folders, goVersion, tools, others } }: { list: ToolList }): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const locale = useLocale();
  const places = folders.map(({ path, because, exists }) => {
    const shown = tildePath(path, home);
    const named = because === 'default' ? shown : `$${because}: ${shown}`;
    return exists ? named : t('tools.missingFolder', { path: named });
  });
  const where = new Intl.ListFormat(locale, { type: 'conjunction' }).format(places);
  return (
    <div className="mt-3 flex flex-wrap gap-x-4 gap-y-1 px-2 text-sm text-muted">
      <span>{t('tools.where', { folders: where })}</span>
      {goVersion === null ? (
        <span>{t('tools.noGo')}</span>
      ) : tools.length > 0 ? (
        <span className="num">{t('tools.goNow', { version: goVersion })}</span>
      ) : null}
      {others.length > 0 ? (
        <Popover
          trigger={
            <button
              type="button"
              className="rounded-[4px] underline decoration-line-strong underline-offset-4 hover:text-text"
            >
              {t('tools.others', { count: others.length })}
            </button>
          }
        >
          <ul
            tabIndex={0}
            aria-label={t('tools.others', { count: others.length })}
            className="max-h-64 space-y-0.5 overflow-y-auto"
          >
            {others.map(({ path, name, reason }) => (
              <li key={path} className="flex items-baseline justify-between gap-4">
                <code className="min-w-0 break-all">{name}</code>
                <span className="whitespace-nowrap text-faint">{t(`tools.reason.${reason}`)}</span>
              </li>
            ))}
          </ul>
        </Popover>
      ) : null}
      {tools.some(({ runsAs }) => runsAs === 'translated') ? (
        <span className="w-full">{rosettaEnds[locale]}</span>
      ) : null}
    </div>
  );
}
