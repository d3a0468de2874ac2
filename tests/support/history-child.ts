// Runs as a separate process that a test kills. It works on the history of $BURROW_HOME as argv[2] says: `add` adds
// builds and prints the id of each, `restore` restores each backup in turn.
import { argv, env, stdout } from 'node:process';
import { openHistory } from '#core/history';
import { localSystem } from '#core/system';
import { programRecord } from './example-builds.ts';

const [, , work, count = '1000000'] = argv;
// Every opening is on another day, so that the first change makes a backup.
const days = Number(env['BURROW_TEST_DAY'] ?? 0) * 86_400_000;
const system = { ...localSystem(), now: () => new Date(Date.now() + days) };

stdout.write('ready\n');
const history = await openHistory(system);
stdout.write('open\n');
for (let n = 0; n < Number(count); n++) stdout.write(`${await (work === 'add' ? add() : restore(n))}\n`);
await history.close();
stdout.write('done\n');

async function add(): Promise<string> {
  const sha256 = `${Math.random()}${Math.random()}`;
  const artifact = { path: '/home/me/shop/server', bytes: 1000, sha256 };
  const { id } = await history.add(programRecord({ subject: `./${sha256}`, artifact }));
  return `${id} ./${sha256}`;
}

async function restore(n: number): Promise<string> {
  const backups = await history.backups();
  const { restored } = await history.restoreBackup(backups[n % backups.length]?.name ?? '');
  return `restored ${restored}`;
}
