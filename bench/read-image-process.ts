import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { drain } from '#contract/streams';
import { readImage } from '#core/images';
import { localSystem } from '#core/system';

// Reads the image in the archive of the first argument. Prints how long that took, without the start of Node, and the
// processor time of the whole process (ms).
const [path = ''] = process.argv.slice(2);
const started = performance.now();
await drain(readImage(localSystem(), { kind: 'archive', path }, { keep: () => false }));
const ms = performance.now() - started;
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ ms, cpuMs: (user + system) / 1000 }));
