import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { bundleWorkers } from './tools/bundle-workers.ts';
import { compressFirst } from './tools/compress-first.ts';
import { manualPages } from './tools/manual-pages.ts';

// One build for all hosts: `main` holds Electron's main process and the command line (which also serves the web
// host), so that they share their chunks. Everything is bundled but the native module and Electron itself:
// a bundle starts in a fraction of the time that hundreds of small files take.
export default defineConfig({
  main: {
    plugins: [bundleWorkers(), manualPages()],
    build: {
      // Less to read at every start of the command line.
      minify: true,
      license: { fileName: 'third-party.md' },
      externalizeDeps: { exclude: [] },
      rolldownOptions: {
        input: { index: 'src/main/index.ts', cli: 'src/cli/index.ts' },
        external: ['electron', 'better-sqlite3'],
        output: {
          // What resolving needs of the toolchains, apart from what installs them: `burrow current` loads no more
          // (tests/integration/cli-start.test.ts).
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [
              {
                name: 'installed',
                test: /(contract\/runs-as|core\/(system\/(profile-mark|small-file|trimmed)|toolchains\/(goenv\/(env-file|module-cache|settings|toolchain-module)|store\/(installed|layout|version-file)|versions\/(lines|pins|targets|versions))))\.ts$/,
              },
              // Otherwise, parts of it stand beside what installs toolchains, and `burrow inspect` loads that too.
              { name: 'programs', test: /core\/binaries\/.*\.ts$/ },
            ],
          },
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload must be one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react(), tailwindcss(), compressFirst()],
    build: {
      minify: true,
      license: { fileName: 'third-party.md' },
      rolldownOptions: {
        input: 'src/renderer/index.html',
        output: {
          // The first page in few files: what the app starts with, and the Overview with what it alone needs of the rest.
          codeSplitting: {
            groups: [
              { name: 'start', tags: ['$initial'], priority: 2 },
              { name: 'overview', test: /features\/overview\/|shared\/doctor\//, priority: 1 },
            ],
          },
        },
      },
    },
  },
});
