import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#ui/dialog.tsx';
import { Kbd } from '#ui/kbd.tsx';
import { pages } from '../pages.ts';
import { overlays } from '#shared/overlays.ts';
import { usePreferences } from '#shared/preferences.ts';

type Row = [label: string, keys: string[], then?: string[]];

/** The list of keyboard shortcuts, which `use-shortcuts.ts` implements. */
export function ShortcutSheet(): ReactElement {
  const { t } = useTranslation();
  const { singleKeys } = usePreferences();
  const ofOneKey: Row[] = [
    ...pages.flatMap(({ title, key }) =>
      key === undefined ? [] : [[t(title), ['G'], [key.toUpperCase()]] as Row],
    ),
    [t('shell.shortcuts.install'), ['I']],
    [t('shell.shortcuts.project'), ['P']],
    [t('shell.shortcuts.sheet'), ['?']],
  ];
  const rows: Row[] = [
    [t('shell.shortcuts.palette'), ['mod', 'K']],
    [t('shell.shortcuts.toasts'), ['F6']],
    ...(singleKeys ? ofOneKey : []),
  ];
  return (
    <Dialog open onOpenChange={overlays.close} title={t('shell.shortcuts.title')} size="small" isText>
      <dl>
        {rows.map(([label, keys, then]) => (
          <div key={label} className="flex h-9 items-center justify-between border-t border-line-2">
            <dt>{label}</dt>
            <dd className="flex items-center gap-1.5 text-sm text-faint">
              <Kbd keys={keys} />
              {then ? (
                <>
                  {t('shell.shortcuts.followedBy')} <Kbd keys={then} />
                </>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm text-faint">
        {t(singleKeys ? 'shell.shortcuts.single' : 'shell.shortcuts.singleOff')}
      </p>
    </Dialog>
  );
}
