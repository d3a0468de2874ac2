import type { ParseKeys } from 'i18next';
import Box from 'lucide-react/icons/box';
import Container from 'lucide-react/icons/container';
import Gauge from 'lucide-react/icons/gauge';
import GitCompare from 'lucide-react/icons/git-compare';
import ListChecks from 'lucide-react/icons/list-checks';
import Layers from 'lucide-react/icons/layers';
import Package from 'lucide-react/icons/package';
import Settings from 'lucide-react/icons/settings';
import Stethoscope from 'lucide-react/icons/stethoscope';
import SquareTerminal from 'lucide-react/icons/square-terminal';
import Wrench from 'lucide-react/icons/wrench';
import type { ComponentType } from 'react';
import { readTrendSearch } from '#features/builds/trend/trend-search.ts';
import { BuildCount, ToolchainCount, ToolCount } from './shell/counts.tsx';

/** A page as the router, the sidebar, the palette and the keyboard shortcuts use it. */
export interface PageEntry {
  path: `/${string}`;
  /** The key of the title in the texts. */
  title: ParseKeys;
  icon: ComponentType<{ size: number; 'aria-hidden': true }>;
  /** Loads the code of the page. */
  load: () => Promise<ComponentType>;
  /** The position in the sidebar; not listed if undefined. */
  sidebar?: 'top' | 'bottom';
  /** The letter that opens the page when typed after `g`. */
  key?: string;
  /** Shown after the title in the sidebar. */
  Count?: ComponentType;
  /** Reads the page's own search parameters. */
  validateSearch?: (search: Record<string, unknown>) => object;
}

/** Reads search parameters that are texts; an address typed by hand may have a number or `true` for one. */
function texts<Name extends string>(...names: readonly Name[]) {
  return (search: Record<string, unknown>): { [name in Name]?: string } => {
    const read: { [name in Name]?: string } = {};
    for (const name of names) {
      const value = search[name];
      if (typeof value === 'string') read[name] = value;
      else if (typeof value === 'number' || typeof value === 'boolean') read[name] = String(value);
    }
    return read;
  };
}

/** The filter and the order of the list of builds; its page reads what they mean. */
const readListSearch = texts(
  ...(['q', 'kind', 'sort', 'subject', 'package', 'target', 'go', 'branch', 'tag', 'flag'] as const),
  ...(['status', 'since', 'until', 'pinned'] as const),
);

const table = [
  {
    path: '/',
    title: 'shell.page.overview',
    icon: Gauge,
    load: async () => (await import('#features/overview/overview-page.tsx')).OverviewPage,
    sidebar: 'top',
    key: 'o',
    validateSearch: readTrendSearch,
  },
  {
    path: '/toolchains',
    title: 'shell.page.toolchains',
    icon: Layers,
    load: async () => (await import('#features/toolchains/toolchains-page.tsx')).ToolchainsPage,
    sidebar: 'top',
    key: 't',
    Count: ToolchainCount,
  },
  {
    path: '/environment',
    title: 'shell.page.environment',
    icon: SquareTerminal,
    load: async () => (await import('#features/environment/environment-page.tsx')).EnvironmentPage,
    sidebar: 'top',
    key: 'e',
  },
  {
    path: '/tools',
    title: 'shell.page.tools',
    icon: Wrench,
    load: async () => (await import('#features/tools/tools-page.tsx')).ToolsPage,
    sidebar: 'top',
    key: 'l',
    Count: ToolCount,
  },
  {
    path: '/builds',
    title: 'shell.page.builds',
    icon: Box,
    load: async () => (await import('#features/builds/builds-page.tsx')).BuildsPage,
    sidebar: 'top',
    key: 'b',
    Count: BuildCount,
    validateSearch: (search: Record<string, unknown>) => ({
      ...readListSearch(search),
      ...readTrendSearch(search),
      // The build whose details are shown.
      ...texts('build')(search),
    }),
  },
  {
    path: '/images',
    title: 'shell.page.images',
    icon: Container,
    load: async () => (await import('#features/images/images-page.tsx')).ImagesPage,
    sidebar: 'top',
    key: 'i',
    // The id of the image to show, all of them without one; then what is shown of its files.
    validateSearch: (search: Record<string, unknown>) => ({
      ...texts('id', 'show', 'q', 'sort', 'at')(search),
      ...(typeof search['step'] === 'number' ? { step: search['step'] } : {}),
    }),
  },
  {
    path: '/modules',
    title: 'shell.page.modules',
    icon: Package,
    load: async () => (await import('#features/modules/modules-page.tsx')).ModulesPage,
    sidebar: 'top',
    key: 'm',
  },
  {
    path: '/doctor',
    title: 'shell.page.doctor',
    icon: Stethoscope,
    load: async () => (await import('#features/doctor/doctor-page.tsx')).DoctorPage,
    sidebar: 'top',
    key: 'd',
  },
  {
    path: '/compare',
    title: 'commands.compare',
    icon: GitCompare,
    load: async () => (await import('#features/builds/compare-page.tsx')).ComparePage,
    // The ids of the two builds, or of several: `b1,b4,b7`. The page chooses those that are missing.
    validateSearch: texts('a', 'b', 'of'),
  },
  {
    path: '/setup',
    title: 'shell.page.setup',
    icon: ListChecks,
    load: async () => (await import('#features/setup/setup-page.tsx')).SetupPage,
    sidebar: 'bottom',
    key: 'u',
  },
  {
    path: '/settings',
    title: 'shell.page.settings',
    icon: Settings,
    load: async () => (await import('#features/settings/settings-page.tsx')).SettingsPage,
    sidebar: 'bottom',
    key: 's',
  },
] as const satisfies readonly PageEntry[];

/** The pages with their literal paths, from which the router types its links. */
export type PageTable = typeof table;

/** Every page, in the order in which it is listed. A new page is an entry in the table and its component. */
export const pages: readonly (PageEntry & { path: PageTable[number]['path'] })[] = table;
