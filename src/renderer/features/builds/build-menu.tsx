import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { BuildRow } from '#contract/build-list';
import { recordedBytes } from '#contract/series';
import { Menu, MenuItem, MenuSeparator } from '#ui/menu.tsx';
import { MoreButton } from '#ui/more-button.tsx';
import { showMessage } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';
import type { RowActions } from './list/build-row.tsx';
import { pinBuilds } from './list/forget.ts';

/** The menu of a build. */
export function BuildMenu({
  row: { build, before },
  onCompare,
  onDetails,
  onEdit,
  onForget,
}: { row: BuildRow } & RowActions): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { id, artifact } = build;
  return (
    <Menu trigger={<MoreButton label={t('builds.menu', { id })} />}>
      <MenuItem onClick={() => onDetails(build)}>
        {t(build.kind === 'image' ? 'images.open' : 'builds.details')}
      </MenuItem>
      {before && recordedBytes(build) !== null ? (
        <MenuItem onClick={() => onCompare(before.id, id)}>
          {t('builds.comparePrevious', { id: before.id })}
        </MenuItem>
      ) : null}
      {artifact ? (
        <MenuItem
          onClick={() =>
            void navigator.clipboard
              .writeText(artifact.path)
              .then(() => showMessage(t('toolchains.pathCopied'), { detail: artifact.path }))
          }
        >
          {t('builds.copyPath')}
        </MenuItem>
      ) : null}
      <MenuItem aside="F2" onClick={() => onEdit(id)}>
        {t('buildList.edit')}
      </MenuItem>
      <MenuItem onClick={() => void pinBuilds([id], !build.pinned, locale)}>
        {t(build.pinned ? 'buildList.unpin' : 'buildList.pin')}
      </MenuItem>
      <MenuSeparator />
      <MenuItem danger onClick={() => onForget(id)}>
        {t('builds.forget')}
      </MenuItem>
    </Menu>
  );
}
