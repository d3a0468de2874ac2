import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Toasts } from '#ui/toast.tsx';
import { startTexts } from '#shared/i18n/index.ts';
import { firstPreferences } from '#shared/preferences.ts';
import { queries } from '#shared/queries.ts';
import { keepTextsPlain } from './plain-texts.ts';
import { router } from './router.tsx';
import './styles.css';

async function start(place: HTMLElement): Promise<void> {
  // Dialogs and messages stand beside the root.
  keepTextsPlain(document.body);
  // The code of the page is fetched while the texts are.
  void router.load();
  await startTexts(firstPreferences());
  createRoot(place).render(
    <StrictMode>
      {/* The content security policy forbids style elements; all styles are in the style sheet. */}
      <CSPProvider disableStyleElements>
        <QueryClientProvider client={queries}>
          <Tooltip.Provider delay={450}>
            <RouterProvider router={router} />
            <Toasts />
          </Tooltip.Provider>
        </QueryClientProvider>
      </CSPProvider>
    </StrictMode>,
  );
}

const place = document.getElementById('root');
if (place === null) throw new Error('index.html has no #root');
void start(place);
