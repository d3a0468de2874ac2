import ShieldAlert from 'lucide-react/icons/shield-alert';
import ShieldCheck from 'lucide-react/icons/shield-check';
import type { TFunction } from 'i18next';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHome } from '#shared/projects/index.ts';
import type { Toolchain } from '#contract/toolchains';
import { cx } from '#ui/cx.ts';
import { Path, tildePath } from '#ui/path.tsx';
import { Popover } from '#ui/popover.tsx';
import { BuiltBasis } from './built-basis.tsx';
import { ProofBasis } from './proof-basis.tsx';

/** The source of a toolchain in a few words. */
function originOf({ source }: Toolchain, t: TFunction): string {
  if (source.kind === 'file' && source.url !== null && URL.canParse(source.url)) {
    const { host } = new URL(source.url);
    if (host !== '') return t('toolchains.from.mirror', { host });
  }
  return t(`toolchains.from.${source.kind}`);
}

/** The source of a toolchain and how it was verified, with details in a popover. */
export function Provenance({ toolchain }: { toolchain: Toolchain }): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const { proof, verified, source, adopted, built } = toolchain;
  const method = verified ? proof.method : 'none';
  const Shield = verified ? ShieldCheck : ShieldAlert;
  return (
    <Popover
      title={t(`toolchains.proofTitle.${method}`)}
      trigger={
        <button
          type="button"
          className="group flex max-w-full items-center gap-1.5 rounded-[4px] text-left text-muted"
        >
          <Shield size={14} aria-hidden className={cx('shrink-0', verified ? 'text-ok' : 'text-warn')} />
          {adopted ? (
            <span className="flex min-w-0 flex-wrap gap-x-1 decoration-line-strong underline-offset-4 group-hover:underline">
              {t('toolchains.from.adopted')} <Path path={adopted.from} home={home} />
            </span>
          ) : (
            <span className="text-balance decoration-line-strong underline-offset-4 group-hover:underline">
              {originOf(toolchain, t)}
              {t('toolchains.comma')}
              <span className={cx(!verified && 'font-medium text-warn')}>
                {unbrokenName(t(`toolchains.proof.${method}`))}
              </span>
            </span>
          )}
        </button>
      }
    >
      <p className="empty:hidden">{adopted ? t('adopt.proof') : <ProofBasis proof={proof} />}</p>
      {built ? <BuiltBasis built={built} target={`${toolchain.os}/${toolchain.arch}`} /> : null}
      <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 empty:hidden">
        {proof.hash === null ? null : (
          <>
            <dt className="text-faint">{t('toolchains.proofHash')}</dt>
            <dd className="font-mono break-all">{proof.hash}</dd>
          </>
        )}
        {source.url === null ? null : (
          <>
            <dt className="text-faint">{t('toolchains.proofSource')}</dt>
            <dd className="font-mono break-all">{source.url}</dd>
          </>
        )}
        {built ? (
          <>
            <dt className="text-faint">{t('toolchains.buildLog')}</dt>
            <dd className="font-mono break-all">{tildePath(built.log, home)}</dd>
          </>
        ) : null}
      </dl>
    </Popover>
  );
}

/** A text in which SHA-256 is not broken at its hyphen. */
function unbrokenName(text: string): ReactNode {
  const [before, after] = text.split('SHA-256');
  if (after === undefined) return text;
  return (
    <>
      {before}
      <span className="whitespace-nowrap">SHA-256</span>
      {after}
    </>
  );
}
