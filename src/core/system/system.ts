/** Go's names for the systems and processors that Burrow itself runs on. */
export type HostOS = 'darwin' | 'linux' | 'windows';
export type HostArch = 'amd64' | 'arm64';

/** A program with its arguments; never a shell string. */
export interface Command {
  file: string;
  args: readonly string[];
  cwd?: string;
  /** The whole environment of the process; by default the system's. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Written to its standard input, which is then closed. */
  input?: string;
  signal?: AbortSignal;
  /**
   * ms after which the process and its descendants are killed. null: it takes as long as it takes, and only `signal` or
   * its reader ends it; then someone must be able to see that it runs.
   */
  timeoutMs: number | null;
}

export interface Finished {
  exitCode: number;
  stdout: string;
  stderr: string;
  durationMs: number;
}

/** A piece of output while a process runs. */
export interface OutputChunk {
  stream: 'stdout' | 'stderr';
  text: string;
}

/**
 * The machine as core sees it. Core does not read `process.*` or other globals of the machine, so that a test on Linux
 * can simulate a Mac under Rosetta, without a network, ten years ago.
 */
export interface System {
  readonly os: HostOS;
  /** The hardware's, also under Rosetta. */
  readonly arch: HostArch;
  /** This process runs under Rosetta on an arm64 Mac. */
  readonly translated: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The user's home folder. */
  readonly home: string;
  /** The user's working folder. */
  readonly cwd: string;
  now(): Date;
  /** Calls `work` once after `ms`, unless the returned function is called first. */
  after(ms: number, work: () => void): () => void;
  fetch(url: string, init?: RequestInit): Promise<Response>;
  /** Runs to the end and collects the output. A non-zero exit code is a result, not a failure. */
  run(command: Command): Promise<Finished>;
  /** Yields output as it arrives; ends the whole process group when the signal aborts. */
  stream(command: Command): AsyncGenerator<OutputChunk, { exitCode: number; durationMs: number }>;
}
