import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { describeVerdict, isGood } from '#contract/describe-proxies';
import { proxyPresets } from '#contract/proxy-presets';
import type { MeasuredProxies, StepOf } from '#contract/setup';
import { formatDuration } from '#contract/units';
import { Button } from '#ui/button.tsx';
import { Tag } from '#ui/tag.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { isRunning, startRun, useRuns } from '../runs.ts';
import { StepAction } from '../step-action.tsx';

/** The module proxies that have a name, with what was measured of each. */
export function ProxyStep({ step: { preset, value } }: { step: StepOf<'proxy'> }): ReactElement {
  const { t } = useTranslation();
  const run = useRuns().proxy;
  const own = preset === null ? [{ name: null, value }] : [];
  return (
    <>
      <ul className="-mx-1 grid">
        {[...own, ...proxyPresets].map((each) => (
          <ProxyRow
            key={each.name}
            name={each.name ?? t('setup.ownProxy')}
            value={each.value ?? (each.name === 'default' && preset === 'default' ? value : null)}
            isCurrent={each.name === preset}
            measured={run?.measured.findLast((one) => one.preset === each.name)}
            onUse={
              each.name === null || each.name === preset || isRunning(run)
                ? null
                : () => void startRun({ step: 'proxy', preset: each.name })
            }
          />
        ))}
      </ul>
      <StepAction choice={{ step: 'proxy' }} action={t('setup.measure')} />
    </>
  );
}

function ProxyRow({
  name,
  value,
  isCurrent,
  measured,
  onUse,
}: {
  name: string;
  value: string | null;
  isCurrent: boolean;
  measured: MeasuredProxies | undefined;
  /** null: it cannot be chosen now. */
  onUse: (() => void) | null;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const verdict = measured?.verdict ?? null;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line-2 px-1 py-1.5 first:border-t-0">
      <span className="w-24 font-medium">{name === 'default' ? t('setup.goDefault') : name}</span>
      <code className="min-w-0 flex-1 basis-48 break-all text-muted">{value === name ? '' : value}</code>
      {measured?.latency == null ? null : (
        <span className="num">{formatDuration(measured.latency, locale)}</span>
      )}
      {isCurrent ? <Tag tone="accent">{t('setup.current')}</Tag> : null}
      {onUse ? (
        <Button aria-label={t('setup.useProxy', { name })} onClick={onUse}>
          {t('setup.use')}
        </Button>
      ) : null}
      {verdict === null ? null : (
        <p className={isGood(verdict) ? 'basis-full text-sm text-muted' : 'basis-full text-sm text-warn'}>
          {describeVerdict(verdict, locale)}
        </p>
      )}
    </li>
  );
}
