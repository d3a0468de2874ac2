import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImageSizes as Sizes } from '#contract/images';
import { Bytes } from '#ui/numbers.tsx';

const names = ['engineReported', 'fileBytes', 'tarBytes', 'compressedBytes'] as const;

/** The four sizes of an image, which mean different things. */
export function ImageSizes({ sizes }: { sizes: Sizes }): ReactElement {
  const { t } = useTranslation();
  return (
    <dl className="grid grid-cols-[auto_auto] justify-start gap-x-6 gap-y-0.5">
      {names.map((name) => {
        const bytes = sizes[name];
        return (
          <div key={name} className="contents">
            <dt className="text-muted">{t(`builds.sizes.${name}`)}</dt>
            <dd className="text-right">
              {bytes === null ? (
                <span className="text-faint">{t('builds.detail.notTold')}</span>
              ) : (
                <Bytes value={bytes} />
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
