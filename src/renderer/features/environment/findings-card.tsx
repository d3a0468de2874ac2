import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { describeFinding, describeNoFix } from '#contract/describe-finding';
import type { Finding } from '#contract/findings';
import { orpc } from '#shared/client.ts';
import { useHome } from '#shared/projects/index.ts';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { FailureNote } from '#ui/failure-note.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { tildePath } from '#ui/path.tsx';
import { sentences } from '#ui/sentences.ts';
import { Tag } from '#ui/tag.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { TurnOffDialog } from './turn-off-dialog.tsx';

/** Lines of profiles that conflict with Burrow, those that change what runs first; nothing where there are none. */
export function FindingsCard(): ReactElement | null {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(orpc.findings.list.queryOptions());
  const [edited, setEdited] = useState<Finding | null>(null);
  if (error) return <FailureNote error={error} onRetry={() => void refetch()} />;
  if (!data || data.findings.length === 0) return null;
  const { findings } = data;
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const notes = findings.filter(({ severity }) => severity === 'note');
  return (
    <Card title={t('findings.title')} className="pb-1.5">
      <p className="-mt-1.5 mb-2.5 text-sm text-muted">{t('findings.hint')}</p>
      <ul aria-label={t('findings.title')} className="-mx-2.5">
        {[...warnings, ...notes].map((finding) => (
          <Found key={finding.id} finding={finding} onShow={() => setEdited(finding)} />
        ))}
      </ul>
      {edited ? <TurnOffDialog finding={edited} onClose={() => setEdited(null)} /> : null}
    </Card>
  );
}

function Found({ finding, onShow }: { finding: Finding; onShow: () => void }): ReactElement {
  const { t } = useTranslation();
  const home = useHome();
  const locale = useLocale();
  const { severity, file, line, text, manager, fix, noFix } = finding;
  const name = manager === null ? '' : t(`findings.manager.${manager}`);
  const { title, explanation } = describeFinding(finding, name, locale);
  const why = noFix === null ? '' : describeNoFix(noFix, locale);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1.5 border-t border-line-2 px-2.5 py-2.5">
      <div className="min-w-0 flex-1 basis-80">
        <p className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <span className="min-w-0 font-medium break-words">{title}</span>
          <Tag tone={severity === 'warning' ? 'warn' : 'neutral'}>{t(`findings.severity.${severity}`)}</Tag>
        </p>
        <p className="mt-0.5 font-mono text-xs break-all">
          <span className="text-muted">{`${tildePath(file, home)}:${line}`}</span> {text}
        </p>
        <p className="mt-1 max-w-[75ch] text-sm text-muted">
          <InlineText text={sentences(why === '' ? [explanation] : [explanation, why], locale)} />
        </p>
      </div>
      {fix ? <Button onClick={onShow}>{t('findings.showEdit')}</Button> : null}
    </li>
  );
}
