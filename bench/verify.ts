import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { realProxy } from '#testing/real-toolchains';
import { onPath } from '#testing/on-path';
import type { Row } from './row.ts';
import { medians } from './timing.ts';

const burrow: string = join(import.meta.dirname, '../bin/burrow');
const version = '1.24.9';

/**
 * Measures `burrow verify` of a real toolchain, including start-up, against `sha256sum --check` of the same files with
 * the same hashes.
 */
export async function rows(): Promise<Row[]> {
  const sha256sum = onPath('sha256sum');
  const proxy = await realProxy();
  if (sha256sum === null || proxy === null) return [];
  const folder = mkdtempSync(join(tmpdir(), 'burrow-bench-verify-'));
  try {
    const env = { ...process.env, BURROW_HOME: folder };
    const install = spawnSync(burrow, ['install', version, '--from', proxy, '--json'], {
      env,
      encoding: 'utf8',
    });
    if (install.status !== 0) throw new Error(install.stdout + install.stderr);
    const { toolchain } = JSON.parse(install.stdout) as { toolchain: { path: string; bytes: number } };
    const record = JSON.parse(readFileSync(`${toolchain.path}.json`, 'utf8')) as { files: string };
    const sums = join(folder, 'sums');
    writeFileSync(sums, record.files.replace(/^(\w+) \d+ \d+ (.+)$/gm, '$1  $2'));
    const [ours = 0, theirs = 0] = medians(
      [
        { name: 'burrow verify', file: burrow, args: ['verify', version, '--json'], env },
        {
          name: 'sha256sum',
          file: sha256sum,
          args: ['--check', '--quiet', '--strict', sums],
          cwd: toolchain.path,
        },
      ],
      7,
    );
    const size = `${(toolchain.bytes / 1e6).toFixed(0)} MB`;
    const details = `burrow verify of ${size}: ${ours.toFixed(0)} ms; sha256sum --check: ${theirs.toFixed(0)} ms`;
    return [{ name: 'verify ÷ sha256sum', value: ours / theirs, unit: 'x', goal: '≤ 1.5', details }];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
