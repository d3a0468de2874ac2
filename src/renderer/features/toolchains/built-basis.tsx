import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Built } from '#contract/toolchains';
import { formatDuration } from '#contract/units';
import { unbroken } from '#ui/unbroken.ts';
import { useLocale } from '#ui/use-locale.ts';

/** How a toolchain was built on this machine, and whether it is identical to the published one. */
export function BuiltBasis({ built, target }: { built: Built; target: string }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { bootstrap, durationMs, identical } = built;
  return (
    <>
      <p className="mt-2">
        {t('toolchains.built.by', { bootstrap, took: unbroken(formatDuration(durationMs, locale)) })}
      </p>
      {identical === null ? null : (
        <p className={identical ? 'mt-2 text-ok' : 'mt-2 text-warn'}>
          {t(identical ? 'toolchains.built.identical' : 'toolchains.built.different', { target })}
        </p>
      )}
    </>
  );
}
