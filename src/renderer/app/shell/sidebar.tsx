import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { pages } from '../pages.ts';
import { Mark } from './mark.tsx';
import { ProjectSwitcher } from './project-switcher.tsx';

/** The main navigation: the project, the pages, and the settings at the bottom. */
export function Sidebar(): ReactElement {
  const { t } = useTranslation();
  return (
    <nav
      aria-label={t('shell.navigation')}
      className="window-drag flex min-h-0 flex-col gap-0.5 border-r border-line px-2.5 pt-4 pb-3"
    >
      <Mark />
      <ProjectSwitcher />
      <PageLinks at="top" />
      <div className="mt-auto" />
      <PageLinks at="bottom" />
    </nav>
  );
}

function PageLinks({ at }: { at: 'top' | 'bottom' }): ReactElement[] {
  return pages
    .filter(({ sidebar }) => sidebar === at)
    .map((page) => <PageLink key={page.path} page={page} />);
}

function PageLink({
  page: { path, title, icon: Icon, Count },
}: {
  page: (typeof pages)[number];
}): ReactElement {
  const { t } = useTranslation();
  return (
    <Link
      to={path}
      activeOptions={{ exact: path === '/', includeSearch: false }}
      title={t(title)}
      className="flex h-8 items-center gap-[9px] rounded-control px-2.5 font-medium text-muted transition-colors hover:text-text aria-[current=page]:bg-panel aria-[current=page]:text-text aria-[current=page]:shadow-[0_0_0_1px_var(--line)] max-[860px]:justify-center"
    >
      <Icon size={15} aria-hidden />
      <span className="max-[860px]:sr-only">{t(title)}</span>
      {Count ? <Count /> : null}
    </Link>
  );
}
