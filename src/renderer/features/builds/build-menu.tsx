import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Build } from '#contract/build';
import { client } from '#shared/client.ts';
import { describeError } from '#ui/failure.ts';
import { Menu, MenuItem, MenuSeparator } from '#ui/menu.tsx';
import { MoreButton } from '#ui/more-button.tsx';
import { showMessage, showFailure } from '#ui/toast.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { refreshBuilds } from './run/runs.ts';

/** The menu of a build. */
export function BuildMenu({
  build,
  before,
  onCompare,
  onDetails,
}: {
  build: Build;
  /** The previous build of the same series. */
  before: Build | undefined;
  onCompare: (a: string, b: string) => void;
  onDetails: (build: Build) => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { id, artifact } = build;

  const fail = (error: unknown) => showFailure(describeError(error, locale).message);
  const forget = async () => {
    try {
      await client.builds.forget({ id });
      await refreshBuilds();
      const undo = () => void client.builds.restore({ id }).then(refreshBuilds).catch(fail);
      showMessage(t('builds.forgotten', { id }), {
        detail: t('builds.forgottenDetail'),
        undo: { label: t('common.undo'), run: undo },
      });
    } catch (error) {
      fail(error);
    }
  };

  return (
    <Menu trigger={<MoreButton label={t('builds.menu', { id })} />}>
      <MenuItem onClick={() => onDetails(build)}>{t('builds.details')}</MenuItem>
      {before && (artifact || build.image) ? (
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
      <MenuSeparator />
      <MenuItem danger onClick={() => void forget()}>
        {t('builds.forget')}
      </MenuItem>
    </Menu>
  );
}
