import { execa } from 'execa';
import { noteUnreachable } from './unreachable.ts';

/** The first module proxy of the machine's own `go env GOPROXY`; null without a Go or without a proxy. */
export async function realProxy(): Promise<string | null> {
  const go = await execa('go', ['env', 'GOPROXY'], { reject: false, env: { GOTOOLCHAIN: 'local' } });
  const first =
    go.exitCode === 0 ? go.stdout.split(/[,|]/).find((entry) => /^https?:/.test(entry)) : undefined;
  return first?.replace(/\/$/, '') ?? null;
}

/**
 * Asks the real module proxy for `path` (`/golang.org/x/mod/@v/list`). If the network gives no answer, or one that is
 * not about the file, that is noted as the reason if the test fails.
 */
export async function askRealProxy(path: string): Promise<Response> {
  const proxy = await realProxy();
  if (proxy === null) throw new Error('there is no module proxy');
  const { host } = new URL(proxy);
  try {
    const response = await fetch(`${proxy}${path}`);
    if (![200, 404, 410].includes(response.status)) noteUnreachable(`${host} answered ${response.status}`);
    return response;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    noteUnreachable(`${host} could not be reached: ${String(cause)}`);
    throw error;
  }
}
