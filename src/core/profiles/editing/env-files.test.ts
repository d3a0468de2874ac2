import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, it } from 'vitest';
import { envFiles } from './env-files.ts';
const folder = mkdtempSync(join(tmpdir(), 'b-'));
afterAll(() => rmSync(folder, { recursive: true }));
it('x', () => {
  const { sh } = envFiles({ root: folder, shims: "/h/a b*'/shims" });
  writeFileSync(sh.path, sh.content);
  for (const shell of ['dash', 'bash', 'zsh'])
    for (const p of ['', '/a', "/h/a b*'/shims", "/a:/h/a b*'/shims:/b::/c:/h/a b*'/shims", ':/a', '/a:'])
      console.log(
        shell,
        JSON.stringify(p),
        execFileSync(
          `/usr/bin/${shell}`,
          ['-euc', `PATH=$P; . "$0"; echo "$PATH"; set | /usr/bin/grep ^_burrow ||:`, sh.path],
          { env: { P: p }, encoding: 'utf8' },
        ),
      );
});
