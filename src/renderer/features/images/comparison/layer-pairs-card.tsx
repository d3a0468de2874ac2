import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImageComparison, LayerRow } from '#contract/image-comparison';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { ByteChange, Bytes } from '#ui/numbers.tsx';
import { Tag } from '#ui/tag.tsx';
import { lineOf, placeOf } from '../layers/layer-list.ts';

/** The layers of two images, each beside the one that it is in the other. Layers with the same content fold together. */
export function LayerPairsCard({ images: { layers, base } }: { images: ImageComparison }): ReactElement {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const same = layers.filter(({ by }) => by === 'content');
  const shown = all ? layers : layers.filter(({ by }) => by !== 'content');
  // What all of them count is said once.
  const measures = new Set(shown.map(({ measure }) => measure));
  const [common = null] = measures.size === 1 ? measures : [];
  const name = (each: string | null) => each ?? t('images.comparison.unknownBase');
  return (
    <Card
      title={`${t('images.comparison.layers')} · ${layers.length}`}
      aside={
        common === null ? null : <span className="text-sm text-muted">{t(`images.measure.${common}`)}</span>
      }
      beside={
        <span className="text-sm text-muted">
          {base.changed
            ? base.a === base.b && base.b !== null
              ? t('images.comparison.baseRebuilt', { name: base.b })
              : t('images.comparison.baseChanged', { a: name(base.a), b: name(base.b) })
            : base.b === null
              ? null
              : t('images.comparison.baseSame', { name: base.b })}
        </span>
      }
    >
      <ol aria-label={t('images.comparison.layersLabel')}>
        {shown.map((row) => (
          <Pair
            key={`${row.inA?.index ?? ''} ${row.inB?.index ?? ''}`}
            row={row}
            saysMeasure={common === null}
          />
        ))}
      </ol>
      {same.length > 0 && !all ? (
        <Button variant="quiet" className="-ml-[11px]" onClick={() => setAll(true)}>
          {t('images.comparison.unchangedLayers', { count: same.length })}
        </Button>
      ) : null}
    </Card>
  );
}

function Pair({
  row,
  saysMeasure,
}: {
  row: LayerRow;
  /** What its bytes count is not said above. */
  saysMeasure: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const { inA, inB, by, a, b, change, measure } = row;
  const steps = [lineOf(inA?.step), lineOf(inB?.step)];
  const [before = '', after = ''] = steps;
  const step = after || before;
  const storesNothing = (a ?? 0) === 0 && (b ?? 0) === 0 && change !== null;
  const dockerfile = inB?.dockerfile ?? inA?.dockerfile;
  const isRewritten = inA !== null && inB !== null && before !== '' && before !== after;
  return (
    <li className="flex min-h-[37px] flex-wrap items-center gap-x-3 border-t border-line-2 py-1.5 first:border-t-0">
      <span className="num w-14 shrink-0 text-sm text-faint">
        {inA ? inA.index + 1 : '–'} → {inB ? inB.index + 1 : '–'}
      </span>
      <span className="min-w-[min(100%,12rem)] flex-1">
        {isRewritten ? (
          <code className="block truncate text-sm text-faint line-through">{before}</code>
        ) : null}
        {step === '' ? (
          <span className="text-muted">{t('images.layers.noStep')}</span>
        ) : (
          <code className="block truncate" title={step}>
            {step}
          </code>
        )}
        {dockerfile ? <code className="block truncate text-sm text-faint">{placeOf(dockerfile)}</code> : null}
      </span>
      {by === null ? (
        <Tag tone={inA ? 'bad' : 'accent'}>
          {t(inA ? 'images.comparison.removed' : 'images.comparison.added')}
        </Tag>
      ) : (
        <Tag>{t(`images.comparison.by.${by}`)}</Tag>
      )}
      <span className="w-36 text-right text-sm text-faint max-[860px]:hidden">
        {a === null || b === null || storesNothing ? null : (
          <>
            <Bytes value={a} /> → <Bytes value={b} />
          </>
        )}
      </span>
      <span className="ml-auto min-w-20 text-right">
        {storesNothing ? (
          <span className="text-faint">–</span>
        ) : change === null ? (
          <span className="text-sm text-faint">{t('images.comparison.cannot')}</span>
        ) : (
          <ByteChange value={change} className="font-medium" />
        )}
        {measure === null || !saysMeasure ? null : (
          <span className="block text-xs text-faint">{t(`images.measure.${measure}`)}</span>
        )}
      </span>
    </li>
  );
}
