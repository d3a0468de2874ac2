import { defineConfig } from '@playwright/test';
import { join } from 'node:path';
import { browserLaunch } from '#testing/chromium';
import { testTimeoutMs, waitTimeoutMs } from '#testing/limits';

const launchOptions = browserLaunch();
const root = join(import.meta.dirname, '../..');

export default defineConfig({
  testDir: '.',
  outputDir: '../.out/e2e',
  // Node runs these files as they are, and keeps what it compiles. Playwright would compile again, in each worker, those
  // that are imported late: 8 seconds of processor time.
  build: { external: [join(root, 'src/**'), join(root, 'tests/support/**')] },
  // Each file has a home, a host and a browser of its own.
  workers: 2,
  timeout: testTimeoutMs,
  expect: { timeout: waitTimeoutMs },
  use: {
    viewport: { width: 1280, height: 820 },
    locale: 'en-US',
    colorScheme: 'light',
    // Actions and the page before and after them. Pictures of each frame cost a sixth of the processor time of a test.
    trace: { mode: 'retain-on-failure', screenshots: false },
    // Without it, an action that cannot succeed waits until the test times out, which may take minutes.
    actionTimeout: waitTimeoutMs,
    ...(launchOptions ? { launchOptions } : {}),
  },
});
