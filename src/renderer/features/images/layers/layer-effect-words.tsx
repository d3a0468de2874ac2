import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '#contract/units';
import { useLocale } from '#ui/use-locale.ts';
import type { ListedLayer } from './layer-list.ts';

/** What a layer does that stores no bytes of files, and what it hides. */
export function LayerEffectWords({
  layer: { effect, hides, hidesMore },
}: {
  layer: ListedLayer;
}): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  if (effect === null) return null;
  const does =
    effect.does === 'addsNothing'
      ? t('images.layers.addsNothing')
      : t(`images.layers.${effect.does}`, { count: effect.count });
  return (
    <span className="block text-sm text-muted">
      {does}
      {hides === 0
        ? null
        : t(hidesMore ? 'images.layers.hidesAtLeast' : 'images.layers.hides', {
            bytes: formatBytes(hides, locale),
          })}
    </span>
  );
}
