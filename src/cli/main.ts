import { CommanderError } from 'commander';
import { createLocalClient, toFailure } from '#api';
import { type Failure, failure } from '#contract/failure';
import { chooseLocale, isSupported, type Locale } from '#contract/locale';
import { localSystem, type System } from '#core/system';
import { answer, failureJson } from './answer.ts';
import { listenForCancel } from './cancellation.ts';
import { commands } from './commands/all.ts';
import { exitCode, exitCodeOf } from './exit-code.ts';
import type { Host } from './host.ts';
import { paint } from './output/paint.ts';
import { logNodeWarnings } from './node-warnings.ts';
import { ignoreClosedPipes, print, remark } from './output/streams.ts';
import { ownOptionsFirst, ownWords } from './own-options.ts';
import { createProgram } from './program.ts';
import { texts } from './text/index.ts';

/** The value of `--lang`, which is needed before parsing: the help is printed in that language. */
function wantedLanguage(own: readonly string[]): string | undefined {
  const at = own.indexOf('--lang');
  return at >= 0 ? own[at + 1] : own.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
}

/** The locale of the environment; the first variable that is set decides (POSIX, "Environment Variables", 8.2). */
function languageOf(env: System['env']): string | undefined {
  return env.LC_ALL || env.LC_MESSAGES || env.LANG;
}

/** Whether commander stopped after printing the help or the version. */
function isHelp(error: unknown): error is CommanderError {
  return (
    error instanceof CommanderError &&
    ['commander.help', 'commander.helpDisplayed', 'commander.version'].includes(error.code)
  );
}

/** Prints to stderr what the user must know about the history. */
function remarkNotices(notices: readonly Failure[], locale: Locale): void {
  for (const notice of notices) {
    const { message, hint } = failureJson(notice, locale);
    remark(`${paint.warn(message)}\n${hint}`);
  }
}

/** Runs the command line. Returns the exit code. */
export async function main(given: readonly string[]): Promise<number> {
  ignoreClosedPipes();
  const args = ownOptionsFirst(given);
  const own = ownWords(args);
  const system = localSystem();
  logNodeWarnings(system);
  const wanted = wantedLanguage(own);
  const locale: Locale = chooseLocale([wanted, languageOf(system.env)]);
  const text = texts[locale];
  const json = own.includes('--json');
  const out: Pick<Host, 'print' | 'json'> = { json, print };
  const fail = (problem: Failure): number => {
    const { message, hint, details = [] } = failureJson(problem, locale);
    answer(out, { error: failureJson(problem, locale) }, () => '');
    if (!json) remark([paint.bad(message), ...(hint ? [hint] : []), ...details.map(paint.faint)].join('\n'));
    return exitCodeOf(problem.code);
  };
  const cancellation = listenForCancel(() => fail(failure('cancelled', {})));

  let code: number = exitCode.done;
  let shown = '';
  const notices: Failure[] = [];
  const program = createProgram(
    {
      text,
      write: (part) => {
        shown += part;
      },
      async dispatch(run, operands, options) {
        if (wanted !== undefined && !isSupported(wanted)) {
          throw failure('usage.invalid', {
            detail: text.program.usage.unknownLanguage(wanted),
            see: 'burrow --help',
          });
        }
        await using client = createLocalClient(system, { onNotice: (notice) => notices.push(notice) });
        const { signal, release: handOver } = cancellation;
        const yes = options.yes === true;
        const host: Host = { ...out, system, locale, text, client, yes, signal, handOver, remark };
        code = (await run(host, operands, options)) ?? exitCode.done;
      },
    },
    commands,
  );

  try {
    await program.parseAsync(args, { from: 'user' });
    remarkNotices(notices, locale);
    return code;
  } catch (error) {
    if (isHelp(error)) {
      const words = shown.trimEnd();
      answer(out, error.code === 'commander.version' ? { version: words } : { help: words }, () => words);
      return exitCode.done;
    }
    const problem = toFailure(error);
    // A notice that is the problem itself is said only once.
    remarkNotices(
      notices.filter((notice) => failureJson(notice, 'en').message !== problem.message),
      locale,
    );
    return fail(problem);
  }
}
