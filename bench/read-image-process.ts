import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { drain } from '#contract/streams';
import { readContents, readImage } from '#core/images';
import { localSystem } from '#core/system';

// Reads the image in the archive of the first argument; with a second one, its programs and packages, too. Prints how long
// that took, without the start of Node, and the processor time of the whole process (ms).
const [path = '', programs] = process.argv.slice(2);
const source = { kind: 'archive', path } as const;
const started = performance.now();
if (programs === undefined) await drain(readImage(localSystem(), source, { keep: () => false }));
else await drain(readContents(localSystem(), source));
const ms = performance.now() - started;
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ ms, cpuMs: (user + system) / 1000 }));
