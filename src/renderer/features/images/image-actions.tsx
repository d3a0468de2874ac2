import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { forgetBuilds } from '#features/builds/list/forget.ts';
import { LinkButton } from '#shared/link-button.tsx';
import { Menu, MenuItem } from '#ui/menu.tsx';
import { MoreButton } from '#ui/more-button.tsx';
import { useLocale } from '#ui/use-locale.ts';

/** What can be done with a recorded image: compare it with the one before, and remove it from the history. */
export function ImageActions({
  id,
  name,
  before,
}: {
  id: string;
  name: string;
  /** The id of the one before in its series; null: there is none, undefined: not known yet. */
  before: string | null | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const navigate = useNavigate();
  const forget = async () => {
    // The list takes the focus, before the page of the image has nothing to show.
    await navigate({ to: '/images', search: ({ project }) => ({ project }) });
    await forgetBuilds({ ids: [id] }, t, locale);
  };
  return (
    <>
      {before ? (
        <LinkButton to="/compare" search={({ project }) => ({ project, a: before, b: id })}>
          {t('images.answer.compare', { id: before })}
        </LinkButton>
      ) : null}
      <Menu trigger={<MoreButton label={t('images.menu', { ref: name })} />}>
        <MenuItem danger onClick={() => void forget()}>
          {t('builds.forget')}
        </MenuItem>
      </Menu>
    </>
  );
}
