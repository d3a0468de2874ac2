import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { browserLaunch } from './tests/support/chromium.ts';
import { testTimeoutMs, waitTimeoutMs } from './tests/support/limits.ts';

/**
 * Node strips types with WebAssembly, in every worker thread that a test starts. V8 13.6 sometimes crashes (SIGSEGV in
 * TierUpWasmToJSWrapper) when several threads optimize the calls out of it at once, so they are not optimized.
 */
const execArgv = ['--wasm-wrapper-tiering-budget=1000000000'];

const launchOptions = browserLaunch();

const limits = {
  testTimeout: testTimeoutMs,
  hookTimeout: testTimeoutMs,
  teardownTimeout: waitTimeoutMs,
  expect: { poll: { timeout: waitTimeoutMs } },
};

// `unit` needs nothing but Node. `integration` needs the world: Go, shells, an engine, the module proxy.
// Projects with different numbers of workers run one after the other, by their groupOrder.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: ['src/renderer/**'],
          ...limits,
          // Loading the same modules for each of 260 files took longer than the tests. They leave no trace in them.
          isolate: false,
          maxWorkers: '100%',
          execArgv,
        },
      },
      // Unit tests, too, that replace the connection to the host and what a browser has.
      {
        test: {
          name: 'renderer',
          include: ['src/renderer/**/*.test.ts'],
          ...limits,
          maxWorkers: '100%',
          execArgv,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          setupFiles: ['tests/prerequisites/name-network.ts'],
          ...limits,
          // As with `unit`: half a second of processor time for each of 130 files.
          isolate: false,
          // A test of this kind waits for the programs that it starts about a third of its time.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          execArgv,
        },
      },
      // The built app, in Chromium in the place of Electron, and in Electron where there is one.
      {
        test: {
          name: 'electron',
          include: ['tests/electron-harness/**/*.test.ts'],
          ...limits,
          sequence: { groupOrder: 2 },
        },
      },
      // Components of the pages, each in the page of a real browser, without a host.
      {
        plugins: [react(), tailwindcss()],
        // All packages are bundled before the first test: one that is found later would load the page again, under the tests.
        optimizeDeps: { entries: ['src/renderer/**/*.{ts,tsx}', '!**/*.test.ts'], force: true },
        test: {
          name: 'components',
          include: ['src/renderer/**/*.component.test.tsx'],
          setupFiles: ['src/renderer/component-tests/setup.ts'],
          ...limits,
          sequence: { groupOrder: 3 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            viewport: { width: 1024, height: 768 },
            provider: playwright({ ...(launchOptions && { launchOptions }), actionTimeout: waitTimeoutMs }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
