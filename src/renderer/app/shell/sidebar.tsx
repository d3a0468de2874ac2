import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import Box from 'lucide-react/icons/box';
import Gauge from 'lucide-react/icons/gauge';
import Layers from 'lucide-react/icons/layers';
import Settings from 'lucide-react/icons/settings';
import Wrench from 'lucide-react/icons/wrench';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocale } from '#ui/use-locale.ts';
import { orpc } from '#shared/client.ts';
import { useProject } from '#shared/projects/index.ts';
import { ProjectSwitcher } from './project-switcher.tsx';
import { Mark } from './mark.tsx';

/** The way around: the project on top, the pages below it, the settings at the foot. */
export function Sidebar(): ReactElement {
  const { t } = useTranslation();
  const project = useProject();
  const toolchains = useQuery(orpc.toolchains.list.queryOptions());
  const tools = useQuery(orpc.tools.list.queryOptions());
  const builds = useQuery(
    orpc.builds.history.queryOptions({ input: { limit: 1, ...(project === null ? {} : { project }) } }),
  );
  return (
    <nav
      aria-label={t('shell.navigation')}
      className="window-drag flex min-h-0 flex-col gap-0.5 border-r border-line px-2.5 pt-4 pb-3"
    >
      <Mark />
      <ProjectSwitcher />
      <NavLink to="/" icon={<Gauge size={15} aria-hidden />} label={t('shell.page.overview')} />
      <NavLink
        to="/toolchains"
        icon={<Layers size={15} aria-hidden />}
        label={t('shell.page.toolchains')}
        count={toolchains.data?.toolchains.length}
      />
      <NavLink
        to="/tools"
        icon={<Wrench size={15} aria-hidden />}
        label={t('shell.page.tools')}
        count={tools.data?.tools.length}
      />
      <NavLink
        to="/builds"
        icon={<Box size={15} aria-hidden />}
        label={t('shell.page.builds')}
        count={builds.data?.total}
      />
      <div className="mt-auto" />
      <NavLink to="/settings" icon={<Settings size={15} aria-hidden />} label={t('shell.page.settings')} />
    </nav>
  );
}

function NavLink({
  to,
  icon,
  label,
  count,
}: {
  to: '/' | '/toolchains' | '/tools' | '/builds' | '/settings';
  icon: ReactNode;
  label: string;
  count?: number | undefined;
}): ReactElement {
  const locale = useLocale();
  return (
    <Link
      to={to}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      title={label}
      className="window-no-drag flex h-8 items-center gap-[9px] rounded-control px-2.5 font-medium text-muted transition-colors hover:text-text aria-[current=page]:bg-panel aria-[current=page]:text-text aria-[current=page]:shadow-[0_0_0_1px_var(--line)] max-[860px]:justify-center"
    >
      {icon}
      <span className="max-[860px]:sr-only">{label}</span>
      {count === undefined ? null : (
        <span className="num ml-auto text-2xs text-faint max-[860px]:hidden">
          {new Intl.NumberFormat(locale).format(count)}
        </span>
      )}
    </Link>
  );
}
