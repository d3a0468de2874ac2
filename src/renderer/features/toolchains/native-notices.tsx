import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import Cpu from 'lucide-react/icons/cpu';
import Wrench from 'lucide-react/icons/wrench';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { orpc } from '#shared/client.ts';
import { CancellableProgress } from '#shared/installs/index.ts';
import { folderName } from '#shared/projects/index.ts';
import type { TranslatedGo } from '#contract/native';
import { rosettaEnds } from '#contract/rosetta';
import { Button } from '#ui/button.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { sentences } from '#ui/sentences.ts';
import { showMessage } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { replacementText, uses, remedy } from './replacement-text.ts';
import { cancelReplacement, replaceWithNative, useReplacements } from './replacements.ts';

/** A notice for each Go in use that runs under Rosetta, with a button that replaces it, and one for tools. */
export function NativeNotices(): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const report = useQuery(orpc.native.findings.queryOptions()).data;
  // On other machines, a tool for another processor was cross-compiled on purpose.
  const summary = useQuery(orpc.tools.summary.queryOptions({ enabled: report?.translates === true })).data;
  const tools = summary?.wrongProcessor ?? 0;
  if (!report || report.findings.length + tools === 0) return null;
  const { findings, moduleCache } = report;
  return (
    <section aria-label={t('native.title')} className="mb-3 rounded-control bg-warn-soft py-1 pr-1.5 pl-3">
      <ul className="divide-y divide-line-2">
        {findings.map((finding) => (
          <Notice key={finding.path} finding={finding} />
        ))}
        {tools > 0 ? <ToolsNotice count={tools} /> : null}
      </ul>
      <p className="mt-0.5 pb-1 pl-[25px] text-sm text-muted">
        {sentences(
          [
            rosettaEnds[locale],
            ...(moduleCache.length > 0 ? [t('native.moduleCache', { count: moduleCache.length })] : []),
          ],
          locale,
        )}
      </p>
    </section>
  );
}

/** Links to the tools page, where tools are rebuilt. */
function ToolsNotice({ count }: { count: number }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <li className="flex items-center gap-2.5 py-1.5">
      <Wrench size={15} aria-hidden className="shrink-0 text-warn" />
      <p className="num min-w-0 flex-1 font-medium">
        <InlineText text={t('native.tools', { count })} />
      </p>
      <Button onClick={() => void navigate({ to: '/tools' })}>{t('native.showTools')}</Button>
    </li>
  );
}

function Notice({ finding }: { finding: TranslatedGo }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const replacing = useReplacements().get(finding.path);
  const { version, usedBy, replaceable } = finding;
  const replace = async () => {
    const done = await replaceWithNative(finding);
    if (!done) return;
    showMessage(t(finding.kind === 'found' ? 'native.doneBeside' : 'native.done', { version }), {
      detail: <InlineText text={replacementText(done, t, locale)} />,
    });
  };
  return (
    <li className="flex items-center gap-2.5 py-1.5">
      <Cpu size={15} aria-hidden className="mt-1.5 shrink-0 self-start text-warn" />
      <div className="min-w-0 flex-1">
        <p className="num font-medium">{t('native.runs', { version })}</p>
        {replacing?.state === 'failed' ? (
          <FailureNote error={replacing.error} onRetry={() => void replace()} className="mt-1" />
        ) : replacing ? (
          <CancellableProgress
            label={t('native.progress', { version })}
            progress={replacing.progress}
            cancelling={replacing.state === 'cancelling'}
            onCancel={() => cancelReplacement(finding.path)}
            className="-my-1"
          />
        ) : (
          <p className="break-words text-muted">
            <InlineText
              text={sentences(
                [...uses(finding, usedBy.map(folderName), t), ...remedy(finding, t, locale)],
                locale,
              )}
            />
          </p>
        )}
      </div>
      {replaceable && !replacing ? (
        <Button onClick={() => void replace()}>{t('native.replace')}</Button>
      ) : null}
    </li>
  );
}
