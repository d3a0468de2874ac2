import { spawn } from 'node:child_process';
import { join } from 'node:path';
import process from 'node:process';
import { createInterface } from 'node:readline';

/** A real Go on loopback, served by a separate process. */
export interface ServedRelease {
  /** For BURROW_GO_DL. */
  dl: string;
  /** For GOPROXY. */
  proxy: string;
  [Symbol.dispose](): void;
}

/** Serves a release as download site and module proxy; returns null if the real module proxy does not have it. */
export async function serveRelease(version: string, os: string, arch: string): Promise<ServedRelease | null> {
  const script = join(import.meta.dirname, 'release-server-process.ts');
  const server = spawn(process.execPath, [script, version, os, arch], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(server.stdout)) {
    const { dl, proxy, offered } = JSON.parse(line) as { dl: string; proxy: string; offered: boolean };
    if (offered) return { dl, proxy, [Symbol.dispose]: () => server.stdin.end() };
    break;
  }
  server.stdin.end();
  return null;
}
