import { localSystem } from '#core/system';
import { installRuntime } from './install.ts';
import type { RuntimeMessage } from './outcome.ts';

// Installs the runtime of the electron package in the folder that the argument names, and reports to `npm start`, which
// started it. In a process of its own, because Node takes a proxy from the environment only when it starts.

const [folder = ''] = process.argv.slice(2);
const report = (message: RuntimeMessage) => void process.send?.(message);
// `npm start` was killed.
const end = () => process.exit(1);
process.once('disconnect', end);

report({ kind: 'done', outcome: await installRuntime(localSystem(), folder, report) });
process.off('disconnect', end);
process.disconnect();
