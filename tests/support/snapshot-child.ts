// Runs as a separate process that kills itself. It writes a snapshot to argv[2], and ends right before or after it gets
// its name, as argv[3] says.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { argv, kill, pid } from 'node:process';
import { saveSnapshot } from '#core/environment';
import { localSystem } from '#core/system';

const [, , file = '', when] = argv;
const { rename } = fs.promises;
fs.promises.rename = async (from, to) => {
  const isOurs = to === file;
  if (isOurs && when === 'before') kill(pid, 'SIGKILL');
  await rename(from, to);
  if (isOurs) kill(pid, 'SIGKILL');
};
syncBuiltinESMExports();
await saveSnapshot(localSystem(), { file, baseline: false, overwrite: false });
