import { Outlet } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { loadPageTexts } from '#shared/i18n/index.ts';
import { overlays } from '#shared/overlays.ts';
import { HeaderEnd } from '#shared/page.tsx';
import { useApplyPreferences } from '#shared/preferences.ts';
import { loadPalette } from '../commands/load-palette.ts';
import { SearchButton } from '../commands/search-button.tsx';
import { useDrops } from '../drop/use-drops.ts';
import { useNotices } from '../notices/use-notices.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import { useFirstStart } from './use-first-start.ts';
import { useFollowChanges } from './use-follow-changes.ts';
import { useHostEnvironment } from './use-host-environment.ts';
import { InstallsAnnouncer } from './installs-announcer.tsx';
import { Sidebar } from './sidebar.tsx';
import { useShortcuts } from './use-shortcuts.ts';

const CommandPalette = lazy(async () => ({
  default: (await loadPalette()).CommandPalette,
}));
const ShortcutSheet = lazy(async () => ({ default: (await import('./shortcut-sheet.tsx')).ShortcutSheet }));
const OpenProjectDialog = lazy(async () => ({
  default: (await import('../open-project/open-project-dialog.tsx')).OpenProjectDialog,
}));
const InstallDialog = lazy(async () => ({
  default: (await import('#features/toolchains/install-dialog.tsx')).InstallDialog,
}));
const AdoptDialog = lazy(async () => ({
  default: (await import('#features/toolchains/adopt-dialog.tsx')).AdoptDialog,
}));
const VerifyDialog = lazy(async () => {
  const [{ VerifyDialog: dialog }] = await Promise.all([
    import('#features/toolchains/verify-dialog.tsx'),
    loadPageTexts(),
  ]);
  return { default: dialog };
});
const InspectDialog = lazy(async () => {
  const [{ InspectDialog: dialog }] = await Promise.all([
    import('#features/builds/inspect/inspect-dialog.tsx'),
    loadPageTexts(),
  ]);
  return { default: dialog };
});

const searchButton = <SearchButton />;

/** The frame of every page: skip link, sidebar, banner and dialogs. */
export function Shell(): ReactElement {
  const { t } = useTranslation();
  useApplyPreferences();
  useShortcuts();
  useHostEnvironment();
  useFirstStart();
  useFollowChanges();
  useDrops();
  useNotices();
  return (
    <>
      <a
        href="#main"
        onClick={(event) => {
          // The hash is the route, so move the focus without changing the address.
          event.preventDefault();
          document.getElementById('main')?.focus();
        }}
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-control bg-accent px-3 py-1.5 font-semibold text-on-accent focus:translate-y-0"
      >
        {t('shell.skip')}
      </a>
      <div className="grid h-full grid-cols-[208px_minmax(0,1fr)] max-[860px]:grid-cols-[60px_minmax(0,1fr)] max-[860px]:window-buttons:grid-cols-[84px_minmax(0,1fr)]">
        <Sidebar />
        <main id="main" tabIndex={-1} className="min-h-0 overflow-y-auto outline-none">
          <ConnectionBanner />
          <div className="mx-auto max-w-[1400px]">
            <HeaderEnd value={searchButton}>
              <Outlet />
            </HeaderEnd>
          </div>
        </main>
      </div>
      <InstallsAnnouncer />
      <Suspense>
        <Overlays />
      </Suspense>
    </>
  );
}

function Overlays(): ReactElement | null {
  const overlay = overlays.use();
  switch (overlay?.name) {
    case 'palette':
      return <CommandPalette typed={overlay.typed} />;
    case 'shortcuts':
      return <ShortcutSheet />;
    case 'open-project':
      return <OpenProjectDialog />;
    case 'adopt':
      return <AdoptDialog />;
    case 'verify':
      return <VerifyDialog toolchain={overlay.toolchain} open onOpenChange={overlays.close} />;
    case 'inspect':
      return <InspectDialog key={JSON.stringify(overlay.of)} of={overlay.of} />;
    case 'install':
      return <InstallDialog version={overlay.version} pinIn={overlay.pinIn} />;
    default:
      return null;
  }
}
