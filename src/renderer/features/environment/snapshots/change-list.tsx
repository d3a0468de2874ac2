import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Change } from '#contract/snapshots';
import { placeOf, shownValue, tellChange } from '#contract/words/drift';
import { useLocale } from '#ui/use-locale.ts';

/** What differs, each as a sentence with the value and its place before and after. */
export function ChangeList({ changes }: { changes: readonly Change[] }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  if (changes.length === 0) return <p className="text-muted">{t('snapshots.dialog.same')}</p>;
  return (
    <ol aria-label={t('snapshots.dialog.list')} className="-mx-5 border-t border-line-2">
      {changes.map((change) => (
        <li key={change.id} className="border-b border-line-2 px-5 py-2.5 last:border-b-0">
          <p className="font-medium [overflow-wrap:anywhere]">{tellChange(change, locale)}</p>
          <dl className="mt-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-sm">
            {(['before', 'after'] as const).map((side) => (
              <Side key={side} label={t(`snapshots.dialog.${side}`)} change={change} side={side} />
            ))}
          </dl>
        </li>
      ))}
    </ol>
  );
}

function Side({
  label,
  change,
  side,
}: {
  label: string;
  change: Change;
  side: 'before' | 'after';
}): ReactElement {
  const locale = useLocale();
  const { kind, name } = change;
  const value = shownValue(kind, change[side], locale);
  const place = placeOf(kind, change[side], locale);
  return (
    <>
      <dt className="text-faint">{label}</dt>
      <dd className="[overflow-wrap:anywhere]">
        <code className="text-xs">{value}</code>
        {place === '' || place === name ? null : <span className="text-muted"> · {place}</span>}
      </dd>
    </>
  );
}
