import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Release } from '#contract/toolchains';
import { cx } from '#ui/cx.ts';
import { Tag } from '#ui/tag.tsx';
import type { useListKeys } from '#ui/use-list-keys.ts';
import type { Offer } from './choice.ts';

/** The versions to choose from, newest first. */
export function ReleaseList({
  offers,
  keys,
  onInstall,
}: {
  offers: readonly Offer[];
  keys: ReturnType<typeof useListKeys>;
  onInstall: (offer: Offer) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <div {...keys.listProps} aria-label={t('install.releases')} className="h-full overflow-y-auto">
      {offers.map((offer, index) => (
        // The search field handles the keyboard; these handle the pointer.
        <div
          key={offer.version}
          {...keys.optionProps(index)}
          onClick={() => keys.setActive(index)}
          onDoubleClick={() => onInstall(offer)}
          className={cx(
            'flex h-[34px] items-center gap-2 px-3 select-none',
            index === keys.active ? 'bg-accent-soft' : 'hover:bg-panel-2',
          )}
        >
          {offer.release === null ? (
            <span className="truncate">{t('install.exact', { version: offer.version })}</span>
          ) : (
            <ReleaseFacts release={offer.release} />
          )}
        </div>
      ))}
    </div>
  );
}

function ReleaseFacts({ release }: { release: Release }): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <span className="num min-w-20 font-medium">{release.version}</span>
      {release.installed ? <Tag tone="accent">{t('install.installed')}</Tag> : null}
      {release.listedBy === 'proxy' ? (
        <span className="truncate text-sm text-faint">{t('install.fromProxy')}</span>
      ) : null}
      <span className="ml-auto text-sm whitespace-nowrap">
        {!release.stable ? (
          <span className="text-warn">{t('install.preview')}</span>
        ) : release.supported ? (
          <span className="text-ok">{t('install.supported')}</span>
        ) : (
          <span className="text-faint">{t('install.endOfLife')}</span>
        )}
      </span>
    </>
  );
}
