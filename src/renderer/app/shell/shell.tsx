import { Outlet } from '@tanstack/react-router';
import { lazy, type ReactElement, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { overlays } from '#shared/overlays.ts';
import { HeaderEnd } from '#shared/page.tsx';
import { useApplyPreferences } from '#shared/preferences.ts';
import { useKeepFocus } from '#ui/use-keep-focus.ts';
import { SearchButton } from '../commands/search-button.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { useFirstStart } from './use-first-start.ts';
import { useHostEnvironment } from './use-host-environment.ts';
import { InstallsAnnouncer } from './installs-announcer.tsx';
import { Sidebar } from './sidebar.tsx';
import { useShortcuts } from './use-shortcuts.ts';

const OpenOverlay = lazy(async () => ({ default: (await import('./open-overlay.tsx')).OpenOverlay }));

/** Loaded after the first page, which does without. */
const Live = lazy(async () => ({ default: (await import('./live.tsx')).Live }));

const searchButton = <SearchButton />;

/** The frame of every page: skip link, sidebar, banner and dialogs. */
export function Shell(): ReactElement {
  const { t } = useTranslation();
  useApplyPreferences();
  useShortcuts();
  useHostEnvironment();
  useFirstStart();
  useKeepFocus();
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
        <main id="main" tabIndex={-1} className="relative min-h-0 overflow-y-auto outline-none">
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
        <Live />
      </Suspense>
      <Suspense>
        <Overlays />
      </Suspense>
    </>
  );
}

function Overlays(): ReactElement | null {
  const overlay = overlays.use();
  return overlay && <OpenOverlay overlay={overlay} />;
}
