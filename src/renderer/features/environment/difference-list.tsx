import { useQuery } from '@tanstack/react-query';
import { type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Consistency, StartDifference } from '#contract/consistency';
import { describeFailure } from '#contract/failure';
import type { Finding } from '#contract/findings';
import { tellDifference, whoIn } from '#contract/words/difference';
import { orpc } from '#shared/client.ts';
import { Button } from '#ui/button.tsx';
import { CopyButton } from '#ui/copy.tsx';
import { InlineText } from '#ui/inline-text.tsx';
import { tildePath } from '#ui/path.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { TurnOffDialog } from './turn-off-dialog.tsx';

/** What differs, each with the line that made it and what can be done; before it, which shells gave no answer. */
export function DifferenceList({
  found,
  home,
  onSetUp,
}: {
  found: Consistency;
  home: string | undefined;
  onSetUp: () => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const { data } = useQuery(orpc.findings.list.queryOptions());
  const [edited, setEdited] = useState<Finding | null>(null);
  const editOf = ({ at }: StartDifference): Finding | undefined =>
    data?.findings.find(({ file, line, fix }) => fix !== null && file === at?.file && line === at.line);
  const silent = Map.groupBy(
    found.shells.filter(({ shell, unknown }) => unknown !== undefined && shell !== null),
    ({ path, unknown }) => JSON.stringify([path, unknown]),
  );
  if (silent.size + found.differences.length === 0) return null;
  return (
    <>
      <ul aria-label={t('consistency.differences')} className="-mx-[18px] border-t border-line-2">
        {[...silent].map(([id, starts]) => {
          const said = describeFailure(starts[0]?.unknown ?? { code: '', params: {} }, locale);
          return (
            <Item key={id} who={whoIn(starts, locale)} isLoud>
              <InlineText text={said.message} />{' '}
              <span className="text-muted">
                <InlineText text={said.hint} />
              </span>
            </Item>
          );
        })}
        {found.differences.map((difference) => (
          <Difference
            key={JSON.stringify(difference)}
            difference={difference}
            home={home}
            edit={editOf(difference)}
            onEdit={setEdited}
            onSetUp={onSetUp}
          />
        ))}
      </ul>
      {edited ? <TurnOffDialog finding={edited} onClose={() => setEdited(null)} /> : null}
    </>
  );
}

function Difference({
  difference,
  home,
  edit,
  onEdit,
  onSetUp,
}: {
  difference: StartDifference;
  home: string | undefined;
  /** The finding whose edit takes the line out; undefined: there is none. */
  edit: Finding | undefined;
  onEdit: (finding: Finding) => void;
  onSetUp: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const { who, what, at } = tellDifference(difference, useLocale(), (path) => tildePath(path, home));
  const isOfApps = difference.starts.every(({ shell }) => shell === null);
  // The set-up puts Burrow's shims first.
  const isMended =
    difference.kind === 'go' && difference.usual.isShim && difference.folder !== null && !isOfApps;
  const place = difference.at && `${difference.at.file}:${difference.at.line}`;
  return (
    <Item
      who={who}
      isLoud={!isOfApps}
      action={
        <>
          {place ? <CopyButton text={place} label={t('consistency.copyPlace', { place })} /> : null}
          {edit ? <Button onClick={() => onEdit(edit)}>{t('findings.showEdit')}</Button> : null}
          {isMended && !edit ? <Button onClick={onSetUp}>{t('consistency.setUp')}</Button> : null}
        </>
      }
    >
      <InlineText text={what} />
      {at === null ? null : (
        <span className="block text-sm text-muted">
          {place ? <code className="break-all">{at}</code> : at}
        </span>
      )}
    </Item>
  );
}

function Item({
  who,
  isLoud,
  action,
  children,
}: {
  who: string;
  isLoud: boolean;
  action?: ReactNode;
  children: ReactNode;
}): ReactElement {
  return (
    <li className="flex flex-wrap items-start gap-x-2.5 gap-y-1 border-b border-line-2 px-[18px] py-2.5 last:border-b-0">
      <span
        aria-hidden
        className={`mt-[7px] size-1.5 shrink-0 rounded-full ${isLoud ? 'bg-warn' : 'bg-line'}`}
      />
      <p className="min-w-0 flex-1 basis-60 break-words">
        <span className="font-medium">{who}</span>
        <span className="block">{children}</span>
      </p>
      {action ? <span className="flex shrink-0 items-center gap-1.5">{action}</span> : null}
    </li>
  );
}
