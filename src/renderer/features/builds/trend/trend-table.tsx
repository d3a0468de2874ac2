import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrendPoint } from '#contract/build-list';
import { Button } from '#ui/button.tsx';
import { Moment } from '#ui/numbers.tsx';
import { Table, Td, Th, Tr } from '#ui/table.tsx';
import { Tag } from '#ui/tag.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { formatValue, partChanges, valueOf } from './measure.ts';
import { ValueChange } from './value-change.tsx';
import { type View, visible } from './view.ts';
import { useFirstRows } from '../use-first-rows.ts';

const onlyWide = '@max-[640px]:hidden';

/** What a chart draws, as a table, newest first. */
export function TrendTable({
  view,
  reduced,
  onOpen,
}: {
  view: View;
  /** Of very many builds only some are points. */
  reduced: boolean;
  onOpen: (point: TrendPoint) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const points = visible(view);
  const { shown, rest, next, showMore } = useFirstRows(points.toReversed(), 20);
  const { measure } = view;
  const isImage = points.some(({ image }) => image !== null);
  return (
    <>
      {reduced ? (
        <p className="text-sm text-faint">
          {t('trend.leftOut', { n: points.length.toLocaleString(locale) })}
        </p>
      ) : null}
      <Table
        label={t(`trend.measure.${measure}`)}
        head={
          <>
            <Th>{t('trend.column.build')}</Th>
            <Th numeric>{t(`trend.measure.${measure}`)}</Th>
            <Th numeric>{t('trend.column.change')}</Th>
            <Th>{t('trend.column.go')}</Th>
            <Th numeric className={onlyWide}>
              {t(isImage ? 'trend.legend.layers' : 'trend.column.modules')}
            </Th>
            <Th className={onlyWide}>{t(isImage ? 'trend.column.image' : 'trend.column.tag')}</Th>
            <Th numeric>{t('trend.column.when')}</Th>
          </>
        }
      >
        {shown.map((point, row) => {
          const value = valueOf(point, measure);
          return (
            <Tr key={point.id}>
              <Td className="whitespace-nowrap">
                {point.position === 0 ? (
                  <span className="num font-semibold">{point.id}</span>
                ) : (
                  <button
                    type="button"
                    aria-label={t('trend.compare', { id: point.id })}
                    onClick={() => onOpen(point)}
                    className="num rounded-[4px] font-semibold hover:text-accent"
                  >
                    {point.id}
                  </button>
                )}
                {point.pinned ? <Tag className="ml-2">{t('trend.pinned')}</Tag> : null}
              </Td>
              <Td numeric>{value === null ? t('trend.unknown') : formatValue(value, measure, locale)}</Td>
              <Td numeric>
                <ValueChange points={points} index={points.length - 1 - row} measure={measure} />
              </Td>
              <Td className="num whitespace-nowrap">{point.goVersion}</Td>
              <Td numeric className={onlyWide}>
                {partChanges(point)}
              </Td>
              <Td className={onlyWide}>{point.image?.ref ?? point.tag}</Td>
              <Td numeric className="text-muted">
                <Moment iso={point.startedAt} relative />
              </Td>
            </Tr>
          );
        })}
      </Table>
      {rest > 0 ? (
        <Button className="my-2" onClick={showMore}>
          {t('trend.more', { count: next })}
        </Button>
      ) : null}
    </>
  );
}
