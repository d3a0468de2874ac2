import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildDetail } from '#contract/build';
import type { ImageContents } from '#contract/image-contents';
import { Card } from '#ui/card.tsx';
import { Segmented } from '#ui/segmented.tsx';
import { LayerBar } from './layer-bar.tsx';
import { listedLayers, type LayerMeasure, layerMeasures } from './layer-list.ts';
import { LayerRow } from './layer-row.tsx';

/** The layers of an image: a bar, and a list with the exact steps. */
export function LayersCard({
  image,
  contents,
  chosen,
  onChoose,
}: {
  image: NonNullable<BuildDetail['image']>;
  /** null: its files were not read. */
  contents: ImageContents | null;
  /** The index of the layer whose files are shown; null: none. */
  chosen: number | null;
  onChoose: (index: number) => void;
}): ReactElement {
  const { t } = useTranslation();
  const measures = layerMeasures(image, contents);
  const [wanted, setWanted] = useState<LayerMeasure | null>(null);
  const measure = measures.find((each) => each === wanted) ?? measures[0];
  const layers = listedLayers(image, contents, measure);
  const list = useRef<HTMLOListElement>(null);
  // The bar and the address choose layers that may be out of sight.
  useEffect(() => {
    const row = chosen === null ? null : list.current?.children[chosen];
    if (list.current && row instanceof HTMLElement) {
      list.current.scrollTop = Math.min(
        row.offsetTop - list.current.offsetTop,
        Math.max(
          list.current.scrollTop,
          row.offsetTop + row.offsetHeight - list.current.offsetTop - list.current.clientHeight,
        ),
      );
    }
  }, [chosen]);
  const hasWaste = layers.some(({ wasted }) => wasted !== null && wasted > 0);
  return (
    <Card
      title={`${t('images.layers.title')} · ${layers.length}`}
      beside={
        contents === null ? <span className="text-sm text-muted">{t('images.layers.notRead')}</span> : null
      }
      aside={
        measure === undefined ? null : measures.length > 1 ? (
          <Segmented
            label={t('images.measure.label')}
            value={measure}
            onChange={setWanted}
            choices={measures.map((value) => ({ value, label: t(`images.measure.${value}`) }))}
          />
        ) : (
          <span className="text-sm text-muted">{t(`images.measure.${measure}`)}</span>
        )
      }
    >
      {layers.length === 0 ? (
        <p className="py-4 text-muted">{t('images.layers.none')}</p>
      ) : (
        <>
          <LayerBar
            layers={layers}
            chosen={chosen}
            onChoose={(index) => (contents ? onChoose(index) : undefined)}
          />
          <div aria-hidden className="mt-2 flex items-center gap-x-3 pb-1 text-xs font-medium text-faint">
            <span className="flex-1 pl-[27px]">{t('images.layers.step')}</span>
            <span className="w-20 text-right">{t('images.layers.adds')}</span>
            {hasWaste ? <span className="w-20 text-right">{t('images.layers.wasted')}</span> : null}
            {contents ? <span className="w-7" /> : null}
          </div>
          <ol ref={list} aria-label={t('images.layers.title')} className="max-h-[46rem] overflow-y-auto">
            {layers.map((layer) => (
              <LayerRow
                key={layer.index}
                layer={layer}
                isChosen={layer.index === chosen}
                hasWaste={hasWaste}
                onFiles={contents ? () => onChoose(layer.index) : undefined}
              />
            ))}
          </ol>
        </>
      )}
    </Card>
  );
}
