import { stripVTControlCharacters } from 'node:util';
import { exitCode } from '../exit-code.ts';
import { forTerminal } from '../words/plain.ts';

/**
 * A reader that leaves early, as `head` does, is no error: the work goes on, and what nobody reads is dropped. An
 * answer that cannot be written for another reason, such as a full disk, fails the command.
 */
export function outliveReaders(): void {
  process.stderr.on('error', () => {});
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`${error.message}\n`);
    process.once('exit', () => {
      process.exitCode = exitCode.failed;
    });
  });
}

/** Writes lines to stdout; what is no terminal gets them to the last byte. */
export function print(lines: string): void {
  process.stdout.write(`${process.stdout.isTTY ? forTerminal(lines) : lines}\n`);
}

/** Writes lines to stderr. They are coloured for stdout, so a log file gets them plain. */
export function remark(lines: string): void {
  process.stderr.write(`${process.stderr.isTTY ? forTerminal(lines) : stripVTControlCharacters(lines)}\n`);
}
