import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { fractionDone, progressLine } from '#shared/installs/index.ts';
import { systemWords } from '#contract/failures/system-words';
import type { Toolchain } from '#contract/toolchains';
import type { Verification } from '#contract/upkeep';
import { formatBytes, formatDuration } from '#contract/units';
import { Button } from '#ui/button.tsx';
import { Dialog } from '#ui/dialog.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { Progress } from '#ui/progress.tsx';
import { Tag } from '#ui/tag.tsx';
import { unbroken } from '#ui/unbroken.ts';
import { useLocale } from '#ui/use-locale.ts';
import { useVerification } from './use-verification.ts';

/** Verifies the files of a toolchain while it is open, and offers to repair it. */
export function VerifyDialog({
  toolchain,
  open,
  onOpenChange,
}: {
  toolchain: Toolchain;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { current, start } = useVerification(toolchain, open);
  const { version } = toolchain;
  const isDamaged =
    current.state === 'done' && current.verification.findings.length > 0 && !current.verification.repaired;
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('upkeep.verifyTitle', { version })}
      description={t('upkeep.verifyHint')}
      footer={
        <>
          {current.state === 'running' ? null : (
            <Button onClick={() => start(false)}>{t('upkeep.again')}</Button>
          )}
          {isDamaged ? (
            <Button variant="primary" onClick={() => start(true)}>
              {t('upkeep.repair')}
            </Button>
          ) : (
            <Button onClick={() => onOpenChange(false)}>
              {t(current.state === 'running' ? 'common.cancel' : 'common.close')}
            </Button>
          )}
        </>
      }
    >
      <div className="min-h-16 space-y-3" aria-live="polite">
        {current.state === 'running' ? (
          <>
            <Progress value={fractionDone(current.progress)} label={t('upkeep.checking', { version })} />
            <p className="num text-muted">{progressLine(current.progress, t, locale)}</p>
          </>
        ) : current.state === 'failed' ? (
          <FailureNote error={current.error} />
        ) : (
          <Result verification={current.verification} />
        )}
      </div>
    </Dialog>
  );
}

/** The number of findings that are listed. */
const maxFindings = 100;

function Result({ verification }: { verification: Verification }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { files, bytes, durationMs, findings, repaired } = verification;
  const compared = t('upkeep.compared', {
    files: new Intl.NumberFormat(locale).format(files),
    size: formatBytes(bytes, locale),
    took: unbroken(formatDuration(durationMs, locale)),
  });
  if (repaired) return <p className="font-medium text-ok">{t('upkeep.repaired')}</p>;
  if (findings.length === 0) {
    return (
      <div>
        <p className="font-medium text-ok">{t('upkeep.intact')}</p>
        <p className="num text-muted">{compared}</p>
      </div>
    );
  }
  const more = findings.length - maxFindings;
  return (
    <>
      <div>
        <p className="font-medium text-bad">{t('upkeep.found', { count: findings.length })}</p>
        <p className="num text-muted">{compared}</p>
      </div>
      <ul
        tabIndex={0}
        aria-label={t('upkeep.findings')}
        className="max-h-64 space-y-1 overflow-y-auto rounded-control border border-line-2 p-2.5"
      >
        {findings.slice(0, maxFindings).map(({ path, problem, detail }) => (
          <li key={path} className="flex items-baseline gap-2">
            <Tag tone="bad">{t(`upkeep.problem.${problem}`)}</Tag>
            <span className="min-w-0 font-mono text-sm break-all">{path}</span>
            {detail === null ? null : (
              <span className="num text-sm text-faint">{systemWords(detail, locale)}</span>
            )}
          </li>
        ))}
        {more > 0 ? <li className="text-muted">{t('upkeep.more', { number: more })}</li> : null}
      </ul>
      <p className="text-muted">{t('upkeep.repairHint')}</p>
    </>
  );
}
