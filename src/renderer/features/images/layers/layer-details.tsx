import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatExactBytes } from '#contract/units';
import { useLocale } from '#ui/use-locale.ts';
import { Scroller } from '#ui/scroller.tsx';
import { type ListedLayer, placeOf } from './layer-list.ts';

const measures = ['compressedBytes', 'fileBytes', 'tarBytes'] as const;

/** A layer's step as it is recorded, with its arguments apart, its sizes to the byte, and its digests. */
export function LayerDetails({
  layer: { exact, diffId, read, dockerfile },
}: {
  layer: ListedLayer;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <div className="grid gap-2 pt-0.5 pr-2 pb-3 pl-11 max-[720px]:pl-6">
      {dockerfile ? (
        <Text label={`${t('images.layers.dockerfile')} · ${placeOf(dockerfile)}`} isTitled>
          {dockerfile.text}
        </Text>
      ) : null}
      {exact && exact.text !== '' && exact.text !== dockerfile?.text ? (
        <Text
          label={t(dockerfile ? 'images.layers.ranAs' : 'images.layers.step')}
          isTitled={dockerfile !== null}
        >
          {exact.text}
        </Text>
      ) : null}
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-sm">
        {exact && exact.args.length > 0 ? (
          <Fact name={t('images.layers.args')}>
            {exact.args.map((arg, index) => (
              <code key={`${index} ${arg}`} className="block wrap-anywhere">
                {arg}
              </code>
            ))}
          </Fact>
        ) : null}
        {exact && exact.createdBy !== exact.text && exact.createdBy !== '' ? (
          <Fact name={t('images.layers.exact')}>
            <code className="wrap-anywhere text-muted">{exact.createdBy}</code>
          </Fact>
        ) : null}
        {read
          ? measures.map((measure) =>
              read[measure] === null ? null : (
                <Fact key={measure} name={t(`images.measure.${measure}`)}>
                  <span className="num">{formatExactBytes(read[measure], locale)}</span>
                </Fact>
              ),
            )
          : null}
        <Fact name={t('images.layers.diffId')}>
          <code className="wrap-anywhere">{diffId}</code>
        </Fact>
        {read?.digest ? (
          <Fact name={t('images.layers.digest')}>
            <code className="wrap-anywhere">
              {`${read.digest} (${read.compression === 'none' ? t('images.layers.uncompressed') : read.compression})`}
            </code>
          </Fact>
        ) : null}
      </dl>
    </div>
  );
}

/** A text of several lines. */
function Text({
  label,
  isTitled,
  children,
}: {
  label: string;
  /** Its label is shown. */
  isTitled: boolean;
  children: string;
}): ReactElement {
  return (
    <div>
      {isTitled ? (
        <p aria-hidden className="mb-0.5 text-sm text-muted">
          {label}
        </p>
      ) : null}
      <Scroller
        role="group"
        aria-label={label}
        className="max-h-64 overflow-auto rounded-control border border-line bg-panel-2 px-3 py-2"
      >
        <pre className="wrap-anywhere whitespace-pre-wrap">{children}</pre>
      </Scroller>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  );
}
