import Container from 'lucide-react/icons/container';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '#shared/link-button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';

/** Says that an address is that of no image, and leads on. */
export function NoImage({
  title,
  program,
  children,
}: {
  title: string;
  /** The id of the program that the address is of; undefined: of none. */
  program?: string;
  children: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <EmptyState
      icon={<Container size={20} aria-hidden />}
      title={title}
      actions={
        <>
          {program === undefined ? null : (
            <LinkButton to="/builds" search={({ project }) => ({ project, build: program })}>
              {t('images.showBuild', { id: program })}
            </LinkButton>
          )}
          <LinkButton to="/images" search={({ project }) => ({ project })}>
            {t('images.toList')}
          </LinkButton>
        </>
      }
    >
      {children}
    </EmptyState>
  );
}
