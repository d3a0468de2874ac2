import { defineConfig } from '@playwright/test';
import { browserLaunch } from '#testing/chromium';
import { testTimeoutMs, waitTimeoutMs } from '#testing/limits';

const launchOptions = browserLaunch();

export default defineConfig({
  testDir: '.',
  outputDir: '../.out/e2e',
  workers: 1,
  timeout: testTimeoutMs,
  expect: { timeout: waitTimeoutMs },
  use: {
    viewport: { width: 1280, height: 820 },
    locale: 'en-US',
    colorScheme: 'light',
    trace: 'retain-on-failure',
    // Else one that nothing can come of waits for the end of its test, which may have minutes for a build.
    actionTimeout: waitTimeoutMs,
    ...(launchOptions ? { launchOptions } : {}),
  },
});
