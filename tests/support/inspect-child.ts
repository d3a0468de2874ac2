// Runs as a separate process, so that its memory and its time are those of one inspection: prints them as JSON.
import { argv, cpuUsage, memoryUsage, resourceUsage, stdout } from 'node:process';
import { isFailure } from '#contract/failure';
import { inspectBinary } from '#core/binaries';

const [, , warmUp = '', path = ''] = argv;
// The first one loads and compiles the code.
await inspectBinary(warmUp);
const rssBefore = memoryUsage().rss;
const before = cpuUsage();
const outcome = await inspectBinary(path).then(
  (inspection) => inspection.packagesMissing ?? 'read',
  (error: unknown) => (isFailure(error) ? error.code : String(error)),
);
const { user, system } = cpuUsage(before);
stdout.write(
  JSON.stringify({
    outcome,
    cpuMs: (user + system) / 1000,
    rssBefore,
    peak: resourceUsage().maxRSS * 1024,
  }),
);
