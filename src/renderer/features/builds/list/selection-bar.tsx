import { type ReactElement, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildFilter, BuildRow } from '#contract/build-list';
import { Button } from '#ui/button.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { maxBuilds, oldestFirst } from '../several/chosen.ts';
import { forgetBuilds, pinBuilds } from './forget.ts';
import { ExportDialog } from './records-dialog.tsx';
import { RetentionDialog } from './retention-dialog.tsx';
import { type Selection, useSelection, whyNotComparable } from './selection.ts';
import { useNotListed } from './use-not-listed.ts';

/** The number of builds in the list, or what can be done with the selected ones. Stays in sight while the list scrolls. */
export function SelectionBar({
  project,
  selection,
  filter,
  total,
  loaded,
  nothingMatches,
  onCompare,
  onEmptied,
  onShow,
}: {
  project: string | null;
  selection: Selection;
  filter: BuildFilter;
  /** How many match the filter; undefined: not known yet. */
  total: number | undefined;
  /** The rows of the list that are loaded; null: those of the filter before are still shown. */
  loaded: readonly BuildRow[] | null;
  /** The filter excludes every build; without a selection, the bar is not shown then. */
  nothingMatches: boolean;
  /** Is given the ids of two or more, oldest first. */
  onCompare: (ids: readonly string[]) => void;
  /** The selection is empty now, and with it the buttons are gone. */
  onEmptied: () => void;
  /** Lists the selected builds that the filter excludes; null: there is no filter. */
  onShow: (() => void) | null;
}): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const [open, setOpen] = useState<'export' | 'retention' | null>(null);
  /** Many builds take seconds. */
  const [isForgetting, setForgetting] = useState(false);
  useSelection(selection);
  const { count, everyMatching, all } = selection;
  const notListed = useNotListed(selection, filter, loaded);
  const number = (n: number) => new Intl.NumberFormat(locale).format(n);
  const matching = total === undefined ? '' : t('buildList.count', { count: total, n: number(total) });
  if (count === 0 && nothingMatches) return null;
  if (count === 0) {
    return (
      <div className="flex min-h-10 items-center gap-2">
        <p aria-live="polite" className="num mr-auto text-sm text-faint">
          {matching}
        </p>
        <Button variant="quiet" onClick={() => setOpen('export')}>
          {t('buildList.export.open')}
        </Button>
        <Button variant="quiet" onClick={() => setOpen('retention')}>
          {t('buildList.retention.open')}
        </Button>
        <ExportDialog
          filter={filter}
          count={matching}
          open={open === 'export'}
          onOpenChange={(now) => setOpen(now ? 'export' : null)}
        />
        <RetentionDialog
          project={project}
          open={open === 'retention'}
          onOpenChange={(now) => setOpen(now ? 'retention' : null)}
        />
      </div>
    );
  }
  const clear = () => {
    selection.clear();
    onEmptied();
  };
  const forget = async () => {
    const ids = all.map(({ id }) => id);
    setForgetting(true);
    await forgetBuilds(everyMatching === null ? { ids } : { filter: everyMatching.filter }, t, locale);
    setForgetting(false);
    clear();
  };
  return (
    <div className="flex min-h-10 flex-wrap items-center gap-x-2 gap-y-1 py-1">
      <span aria-live="polite" className="num font-medium">
        {notListed === 0
          ? t('buildList.selected', { count, n: number(count) })
          : t('buildList.selectedSome', { n: number(count), hidden: number(notListed) })}
      </span>
      {notListed > 0 && onShow ? (
        <Button variant="quiet" disabled={isForgetting} onClick={onShow}>
          {t('buildList.showSelected')}
        </Button>
      ) : null}
      {everyMatching === null && total !== undefined && total > count ? (
        <Button variant="quiet" onClick={() => selection.selectMatching({ filter, total })}>
          {t('buildList.selectMatching', { count: total, n: number(total) })}
        </Button>
      ) : null}
      <Button variant="quiet" disabled={isForgetting} onClick={clear}>
        {t('buildList.clearSelection')}
      </Button>
      <div className="ml-auto flex flex-wrap justify-end gap-2">
        {everyMatching === null ? (
          <Button
            disabled={isForgetting}
            onClick={() =>
              void pinBuilds(
                all.map(({ id }) => id),
                true,
                locale,
              )
            }
          >
            {t('buildList.pin')}
          </Button>
        ) : (
          <RefusedButton label={t('buildList.pin')} reason={t('buildList.whyNotPin')} />
        )}
        <Button disabled={isForgetting} onClick={() => void forget()}>
          {t(isForgetting ? 'buildList.forgetting' : 'buildList.forgetSelected')}
        </Button>
        {everyMatching === null ? <CompareButton selection={selection} onCompare={onCompare} /> : null}
      </div>
    </div>
  );
}

/** A button that does nothing and says why. */
function RefusedButton({ label, reason }: { label: string; reason: string }): ReactElement {
  const id = useId();
  return (
    <>
      <Tooltip content={reason}>
        <Button aria-disabled aria-describedby={id}>
          {label}
        </Button>
      </Tooltip>
      <span id={id} className="sr-only">
        {reason}
      </span>
    </>
  );
}

/** Compares the selected builds; says why not where they cannot be compared. */
function CompareButton({
  selection,
  onCompare,
}: {
  selection: Selection;
  onCompare: (ids: readonly string[]) => void;
}): ReactElement {
  const { t } = useTranslation();
  const why = whyNotComparable(selection.all, maxBuilds);
  const ids = oldestFirst(selection.all.map(({ id }) => id));
  const [a, b] = ids;
  if (why !== null) {
    return (
      <RefusedButton label={t('buildList.compare')} reason={t(`buildList.why.${why}`, { max: maxBuilds })} />
    );
  }
  return (
    <Button variant="primary" onClick={() => onCompare(ids)}>
      {ids.length === 2 ? t('builds.chosenTwo', { a, b }) : t('builds.chosenMore', { count: ids.length })}
    </Button>
  );
}
