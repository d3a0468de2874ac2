import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { withoutControlCharacters } from '#contract/control-characters';
import type { DoctorEvidence, DoctorFinding } from '#contract/doctor';
import { describeFailure } from '#contract/failure';
import { useHome } from '#shared/projects/index.ts';
import { Button } from '#ui/button.tsx';
import { CommandLine } from '#ui/copy.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { tildePath, tildeText } from '#ui/path.tsx';
import { useLocale } from '#ui/use-locale.ts';

/** The places that are shown of a finding. */
const maxEvidence = 5;

/** What is found, what shows it, why it matters, and what can be done. */
export function FindingItem({ finding, onFix }: { finding: DoctorFinding; onFix: () => void }): ReactElement {
  const { t } = useTranslation();
  const { reason, evidence, fix } = finding;
  const home = useHome();
  const { message, hint } = describeFailure(reason, useLocale());
  const shown = evidence.filter(({ file, value }) => file !== null || value !== '');
  const more = shown.length - maxEvidence;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1.5 border-t border-line-2 px-2.5 py-2.5">
      <div className="min-w-0 flex-1 basis-80">
        <p className="font-medium break-words">
          <InlineText text={withoutControlCharacters(tildeText(message, home))} />
        </p>
        {shown.slice(0, maxEvidence).map((each, index) => (
          // oxlint-disable-next-line no-array-index-key: places may repeat, and the list never changes
          <Evidence key={index} evidence={each} />
        ))}
        {more > 0 ? <p className="text-xs text-muted">{t('doctor.more', { count: more })}</p> : null}
        {hint === '' ? null : (
          <p className="mt-1 max-w-[75ch] text-sm break-words whitespace-pre-line text-muted">
            <InlineText text={withoutControlCharacters(tildeText(hint, home), '\n')} />
          </p>
        )}
        {fix?.kind === 'command' ? (
          <CommandLine text={fix.command} className="mt-1.5 w-fit max-w-full" />
        ) : null}
      </div>
      {fix?.kind === 'apply' ? <Button onClick={onFix}>{t('doctor.showFix')}</Button> : null}
    </li>
  );
}

function Evidence({ evidence: { file, line, value } }: { evidence: DoctorEvidence }): ReactElement {
  const home = useHome();
  const path = file === null ? '' : withoutControlCharacters(tildePath(file, home));
  return (
    <p className="mt-0.5 font-mono text-xs break-all">
      {path === '' ? null : <span className="text-muted">{line === null ? path : `${path}:${line}`} </span>}
      {withoutControlCharacters(value, '\t')}
    </p>
  );
}
