import { CommanderError } from 'commander';
import { createLocalClient, toFailure } from '#api';
import { chooseLocale, isSpoken, type Locale } from '#contract/locale';
import { failure } from '#contract/failure';
import { localSystem } from '#core/system';
import { answer, exitCodeOf, failureJson } from './answer.ts';
import { buildCommands } from './commands/builds.ts';
import { hostCommands } from './commands/hosts.ts';
import { imageCommands } from './commands/images.ts';
import { machineCommands } from './commands/machine.ts';
import { switchingCommands } from './commands/switching.ts';
import { toolchainCommands } from './commands/toolchains.ts';
import { exitCode, type Host } from './host.ts';
import { paint } from './output/paint.ts';
import { ownOptionsFirst } from './own-options.ts';
import { createProgram, usageFailure } from './program.ts';
import { texts } from './text/index.ts';

/** `--lang` is needed before anything is parsed: the help itself is said in it. */
function wantedLanguage(args: readonly string[]): string | undefined {
  const own = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  const at = own.indexOf('--lang');
  return at >= 0 ? own[at + 1] : own.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
}

/** Runs the command line; the exit code. */
export async function main(given: readonly string[]): Promise<number> {
  const args = ownOptionsFirst(given);
  const system = localSystem();
  const wanted = wantedLanguage(args);
  const locale: Locale = chooseLocale([wanted, system.env.LC_ALL, system.env.LC_MESSAGES, system.env.LANG]);
  const text = texts[locale];
  const json = (args.includes('--') ? args.slice(0, args.indexOf('--')) : args).includes('--json');

  const cancel = new AbortController();
  // The second Ctrl-C ends at once: the first has asked nicely.
  process.on('SIGINT', () => (cancel.signal.aborted ? process.exit(exitCode.cancelled) : cancel.abort()));
  process.on('SIGTERM', () => cancel.abort());

  const out: Pick<Host, 'print' | 'remark' | 'json' | 'locale'> = {
    json,
    locale,
    print: (line) => void process.stdout.write(`${line}\n`),
    remark: (line) => void process.stderr.write(`${line}\n`),
  };
  let code: number = exitCode.done;
  const program = createProgram(
    text,
    async (run, operands, options) => {
      if (wanted !== undefined && !isSpoken(wanted)) {
        throw failure('usage.invalid', {
          detail: text.usage.badValue(`--lang ${wanted}`),
          see: 'burrow --help',
        });
      }
      await using client = createLocalClient(system);
      const host: Host = {
        ...out,
        system,
        text,
        client,
        yes: options.yes === true,
        signal: cancel.signal,
      };
      code = (await run(host, operands, options)) ?? exitCode.done;
    },
    [toolchainCommands, switchingCommands, machineCommands, buildCommands, imageCommands, hostCommands],
  );

  try {
    if (args.length === 0) {
      program.outputHelp();
      return exitCode.done;
    }
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    const problem = error instanceof CommanderError ? usageFailure(error, text) : toFailure(error);
    if (!problem) return exitCode.done;
    answer(out, { error: failureJson(problem, locale) }, () => '');
    if (!json) {
      const { message, hint } = failureJson(problem, locale);
      out.remark(`${paint.bad(message)}${hint ? `\n${hint}` : ''}`);
    }
    return exitCodeOf(problem.code);
  }
}
