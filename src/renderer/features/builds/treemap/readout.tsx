import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatByteChange, formatBytes } from '#contract/units';
import { useLocale } from '#ui/use-locale.ts';
import { partWord } from '../parts/part-word.ts';
import { changeOf, type ProgramPart } from '#contract/report/program-tree';

/** What the keyboard or the pointer is on, with its size and change; screen readers read it out. */
export function Readout({
  trail,
  matches,
}: {
  /** The part, after that which it is in. */
  trail: readonly ProgramPart[];
  matches: ReadonlySet<ProgramPart> | null;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const part = trail.at(-1);
  const change = part && changeOf(part);
  const facts = part
    ? [
        formatBytes(part.bytes, locale),
        change === undefined
          ? null
          : part.before === null
            ? t('builds.comparison.new')
            : formatByteChange(change, locale),
        part.kind === 'modules' ? t('comparison.packages', { count: part.parts.length }) : null,
      ]
    : [];
  return (
    <p role="status" className="mt-1.5 min-h-5 wrap-anywhere">
      {part ? (
        <>
          {trail.map((each, index) => (
            <Fragment key={each.key}>
              {index > 0 ? ' › ' : null}
              <b className="font-semibold">{partWord(each.kind, each.name, t) ?? each.name}</b>
            </Fragment>
          ))}
          <span className="num text-muted"> · {facts.filter(Boolean).join(' · ')}</span>
        </>
      ) : matches ? (
        <span className="text-muted">{t('comparison.treemap.found', { count: matches.size })}</span>
      ) : null}
    </p>
  );
}
