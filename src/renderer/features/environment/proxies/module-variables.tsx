import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { meaningOf } from '#contract/go-variables';
import { useLocale } from '#ui/use-locale.ts';

/** The variables that say which modules come from no proxy, and what checks the others, each with what it means. */
export function ModuleVariables({
  variables,
}: {
  variables: Readonly<Record<string, string>>;
}): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const shown = Object.entries(variables).filter(([name]) => name !== 'GOPROXY');
  if (shown.length === 0) return null;
  return (
    <details className="mt-3">
      <summary className="cursor-pointer text-muted">{t('proxies.variables')}</summary>
      <dl className="mt-2 grid gap-2">
        {shown.map(([name, value]) => (
          <div key={name} className="min-w-0">
            <dt>
              <code className="break-all">{`${name}=${value}`}</code>
            </dt>
            <dd className="text-muted">{meaningOf(name, locale)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
