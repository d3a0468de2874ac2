// Runs as a separate process that a test kills. It takes the lock at argv[2] again and again, and while it holds the
// lock it alone may own the file argv[3]; if the file names another living process, it prints "violated".
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { argv, pid, stdout } from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { withLock } from '#core/system';

const [, , lock = '', inside = ''] = argv;

/** Reports whether a process is alive; a zombie is not. */
function isAlive(other: number): boolean {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${other}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

for (;;) {
  await withLock(lock, {}, async () => {
    try {
      writeFileSync(inside, String(pid), { flag: 'wx' });
    } catch {
      const other = Number(readFileSync(inside, 'utf8'));
      stdout.write(isAlive(other) ? `violated by ${other}\n` : 'took over\n');
      writeFileSync(inside, String(pid));
    }
    await sleep(Math.random() * 10);
    if (readFileSync(inside, 'utf8') !== String(pid)) stdout.write('violated: lost its place\n');
    rmSync(inside);
    stdout.write('held\n');
  });
  await sleep(Math.random() * 5);
}
