import { defineConfig } from '@playwright/test';
import { browserLaunch } from '#testing/chromium';
import { testTimeoutMs, waitTimeoutMs } from '#testing/limits';

const launchOptions = browserLaunch();

export default defineConfig({
  testDir: '.',
  outputDir: '../.out/e2e',
  // Each file has a home, a host and a browser of its own.
  workers: 2,
  timeout: testTimeoutMs,
  expect: { timeout: waitTimeoutMs },
  use: {
    viewport: { width: 1280, height: 820 },
    locale: 'en-US',
    colorScheme: 'light',
    trace: 'retain-on-failure',
    // Without it, an action that cannot succeed waits until the test times out, which may take minutes.
    actionTimeout: waitTimeoutMs,
    ...(launchOptions ? { launchOptions } : {}),
  },
});
