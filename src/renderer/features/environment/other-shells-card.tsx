import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { OtherShell } from '#contract/shell';
import { useHome } from '#shared/projects/index.ts';
import { Card } from '#ui/card.tsx';
import { CommandLine } from '#ui/copy.tsx';
import { tildePath } from '#ui/path.tsx';
import { Tag } from '#ui/tag.tsx';

/** Shells whose profiles Burrow does not edit, with the lines to add by hand; nothing where there are none. */
export function OtherShellsCard({ shells }: { shells: readonly OtherShell[] }): ReactElement | null {
  const { t } = useTranslation();
  const home = useHome();
  if (shells.length === 0) return null;
  return (
    <Card>
      <details>
        <summary className="w-fit cursor-pointer rounded-[4px]">
          <h2 className="inline font-semibold">{t('otherShells.title')}</h2>{' '}
          <span className="text-sm text-muted">{shells.map(({ name }) => name).join(' · ')}</span>
        </summary>
        <p className="mt-1.5 mb-2.5 text-sm text-muted">{t('otherShells.hint')}</p>
        <ul aria-label={t('otherShells.title')} className="grid gap-3">
          {shells.map(({ name, profile, ready, lines }) => (
            <li key={name} className="min-w-0">
              <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
                <span className="font-medium">{name}</span>
                <code className="text-sm text-muted break-all">{tildePath(profile, home)}</code>
                {ready ? <Tag tone="ok">{t('otherShells.ready')}</Tag> : null}
              </p>
              {ready ? null : <CommandLine text={lines} className="mt-1" />}
            </li>
          ))}
        </ul>
      </details>
    </Card>
  );
}
