import type { Command } from 'commander';
import type { Locale } from '#contract/locale';
import { exitCode } from '../exit-code.ts';
import { usageOf } from '../help.ts';
import { texts } from '../text/index.ts';
import { manual as en } from '../text/en/manual.ts';
import { manual as zhCN } from '../text/zh-CN/manual.ts';
import { argument, item, plainText, section } from './roff.ts';

const words: Record<Locale, typeof en> = { en, 'zh-CN': zhCN };

/**
 * The manual page burrow(1), in the macros of man(7): what the help of every command says, and what it has no room for.
 * `day`: of the page, `2026-11-29`. Pure.
 */
export function manualPage(
  program: Command,
  { locale, version, day }: { locale: Locale; version: string; day: string },
): string {
  const text = words[locale];
  const { sections } = text;
  const status = Object.entries(exitCode).map(([name, code]) =>
    item(String(code), text.exitStatus[name as keyof typeof exitCode]),
  );
  const commands = visible(program);
  return [
    `.TH BURROW 1 "${day}" ${argument(`Burrow ${version}`)} ${argument(text.title)}`,
    section(sections.name, `burrow \\- ${plainText(text.name)}`),
    section(
      sections.synopsis,
      `.B burrow`,
      plainText(usageOf(program, texts[locale]).replace(/^burrow /, '')),
    ),
    section(
      sections.description,
      ...text.description.flatMap((each, index) => [...(index === 0 ? [] : ['.PP']), plainText(each)]),
    ),
    section(sections.options, plainText(text.everyCommand), ...optionsOf(program)),
    section(sections.commands, ...commands.flatMap((command) => commandText(command, program, locale))),
    section(sections.exitStatus, ...status),
    section(sections.environment, ...items(text.environment)),
    section(sections.files, ...items(text.files)),
    section(sections.examples, ...items(text.examples)),
    section(sections.seeAlso, '.BR go (1),', '.UR https://go.dev/doc/toolchain', 'Go Toolchains', '.UE'),
    '',
  ].join('\n');
}

function items(table: Readonly<Record<string, string>>): string[] {
  return Object.entries(table).map(([term, meaning]) => item(term, meaning));
}

/** Every command that the help lists, at any depth. */
function visible(command: Command): Command[] {
  return command
    .createHelp()
    .visibleCommands(command)
    .flatMap((each) => [each, ...visible(each)]);
}

function commandText(command: Command, program: Command, locale: Locale): string[] {
  const common = new Set(program.options.map(({ long }) => long));
  return [
    `.SS ${argument(usageOf(command, texts[locale]))}`,
    plainText(command.description()),
    ...command.registeredArguments
      .filter(({ description }) => description !== '')
      .map((each) => item(each.name(), each.description)),
    ...optionsOf(command, common),
  ];
}

function optionsOf(command: Command, without: ReadonlySet<string | undefined> = new Set()): string[] {
  const options = command.createHelp().visibleOptions(command);
  return options
    .filter(({ long }) => !without.has(long) && (without.size === 0 || long !== '--help'))
    .map(({ flags, description }) => item(flags, description));
}
