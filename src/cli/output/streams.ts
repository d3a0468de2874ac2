import { stripVTControlCharacters } from 'node:util';
import { exitCode } from '../exit-code.ts';
import { forTerminal, painted } from './paint.ts';

/**
 * Ignores a closed pipe, as with `| head`: the command continues, and the rest of its output is dropped. An answer
 * that cannot be written for another reason, such as a full disk, makes the command fail.
 */
export function ignoreClosedPipes(): void {
  process.stderr.on('error', () => {});
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`${error.message}\n`);
    process.once('exit', () => {
      process.exitCode = exitCode.failed;
    });
  });
}

/** Prints lines to stdout; for another program, file names stay as they are. */
export function print(lines: string): void {
  process.stdout.write(`${process.stdout.isTTY ? forTerminal(lines) : painted(lines)}\n`);
}

/** Prints lines to stderr; without colours unless stderr is a terminal. */
export function remark(lines: string): void {
  process.stderr.write(`${forTerminal(process.stderr.isTTY ? lines : stripVTControlCharacters(lines))}\n`);
}
