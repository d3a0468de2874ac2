import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { describeVerdict, explainVerdict, isGood } from '#contract/describe-proxies';
import { proxyPresets } from '#contract/proxy-presets';
import { orpc } from '#shared/client.ts';
import { useHome, useProject } from '#shared/projects/index.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { useLocale } from '#ui/use-locale.ts';
import type { VariableEdit } from '../variable-dialog.tsx';
import { MistakeNotes } from './mistake-notes.tsx';
import { ModuleVariables } from './module-variables.tsx';
import { ProxyTable } from './proxy-table.tsx';
import { RouteField } from './route-field.tsx';
import { useProxyTests } from './use-proxy-tests.ts';

/** Where modules come from: the proxies in use and those that could be, measured, and the way of one module. */
export function ProxiesCard({ onEdit }: { onEdit: (edit: VariableEdit) => void }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const home = useHome();
  const dir = useProject() ?? home;
  const settings = useQuery(
    orpc.proxies.settings.queryOptions({ input: { dir: dir ?? '' }, enabled: dir !== undefined }),
  );
  const { tests, isRunning, start, stop } = useProxyTests(dir);
  const current = tests.get('current');
  const measured = proxyPresets.filter(({ name }) => name !== 'direct' && name !== 'off');
  const measure = () =>
    start([
      { key: 'current', value: undefined },
      ...measured.map(({ name, value }) => ({ key: name, value })),
    ]);
  return (
    <Card
      id="proxies"
      title={t('proxies.title')}
      aside={
        isRunning ? (
          <Button onClick={stop}>{t('common.cancel')}</Button>
        ) : (
          <Button onClick={measure} disabled={settings.data === undefined}>
            {t('proxies.measure')}
          </Button>
        )
      }
    >
      {settings.error ? (
        <FailureNote error={settings.error} onRetry={() => void settings.refetch()} />
      ) : (
        <>
          <p role="status" className="-mt-1.5 mb-2.5 break-words text-muted">
            {current?.state === 'done' ? (
              <span className={isGood(current.test.verdict) ? 'font-medium text-ok' : 'font-medium text-bad'}>
                {describeVerdict(current.test.verdict, locale)} {explainVerdict(current.test.verdict, locale)}
              </span>
            ) : isRunning ? (
              t('proxies.measuring')
            ) : (
              t('proxies.hint')
            )}
          </p>
          {current?.state === 'done' && current.test.right !== null ? (
            <p className="mb-2.5">
              <code className="break-all">{`GOPROXY=${current.test.right}`}</code>
            </p>
          ) : null}
          {settings.data ? <MistakeNotes mistakes={settings.data.mistakes} onEdit={onEdit} /> : null}
          <ProxyTable settings={settings.data} tests={tests} onEdit={onEdit} />
          <ModuleVariables variables={settings.data?.variables ?? {}} />
          <RouteField dir={dir} onEdit={onEdit} />
        </>
      )}
    </Card>
  );
}
