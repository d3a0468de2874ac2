import { defineConfig } from '@playwright/test';
import { browserLaunch } from '#testing/chromium';

const launchOptions = browserLaunch();

export default defineConfig({
  testDir: '.',
  outputDir: '../.out/e2e',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  use: {
    viewport: { width: 1280, height: 820 },
    locale: 'en-US',
    colorScheme: 'light',
    trace: 'retain-on-failure',
    // Without it, an action that cannot succeed waits until the test times out, which may take minutes.
    actionTimeout: 15_000,
    ...(launchOptions ? { launchOptions } : {}),
  },
});
