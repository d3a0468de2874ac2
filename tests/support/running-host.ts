import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { CommandLine } from './command-line.ts';
import { waitTimeoutMs } from './limits.ts';
import { type FoundProcess, processesWith } from './processes.ts';

/** `burrow serve` of the built command line, as a process of its own. */
export class RunningHost implements AsyncDisposable {
  readonly process: ReturnType<CommandLine['start']>;
  /** Everything that it has said to the terminal so far. */
  said = '';
  readonly #mark = randomUUID();

  constructor(burrow: CommandLine, args: readonly string[], env: Record<string, string> = {}) {
    this.process = burrow.start(['serve', '--json', ...args], {
      env: { ...env, BURROW_TEST_MARK: this.#mark },
    });
    this.process.stderr.on('data', (part: Buffer) => (this.said += part.toString()));
  }

  /** The printed address. */
  async address(): Promise<string> {
    const [line] = (await once(createInterface(this.process.stdout), 'line')) as [string];
    return (JSON.parse(line) as { url: string }).url;
  }

  /** It, and what it started, as far as they still run. */
  processes(): Promise<FoundProcess[]> {
    return processesWith(`BURROW_TEST_MARK=${this.#mark}`);
  }

  /** Sends a signal, and waits until nothing of it runs; returns how long that took, in ms. */
  async end(signal: NodeJS.Signals): Promise<number> {
    const startedAt = performance.now();
    this.process.kill(signal);
    await this.process;
    while ((await this.processes()).length > 0) {
      if (performance.now() - startedAt > waitTimeoutMs) throw new Error('Something of the host still runs.');
      await new Promise((passed) => setTimeout(passed, 20));
    }
    return performance.now() - startedAt;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { pid } of await this.processes()) process.kill(pid, 'SIGKILL');
    await this.process;
  }
}
