import { Argument } from 'commander';
import { readResource } from '#core/system';
import { answer } from '../answer.ts';
import type { Registrar } from '../program.ts';
import { version } from '../../../package.json' with { type: 'json' };

/** The script of each shell, in `resources`. */
const scripts = {
  zsh: 'completions/_burrow',
  bash: 'completions/burrow.bash',
  fish: 'completions/burrow.fish',
};

export function completionCommands(to: Registrar): void {
  const { help } = to.text.completion;

  to.add(
    'completion',
    help.summary,
    async (host, [shell = '']) => {
      const script = await readResource(scripts[shell as keyof typeof scripts]);
      answer(host, { shell, script }, () => script.trimEnd());
    },
    (command) => command.addArgument(new Argument('<shell>', help.shell).choices(Object.keys(scripts))),
  );

  // Called by the build (tools/manual-pages.ts).
  to.addHidden('manual', async (host) => {
    const { manualPage } = await import('../manual/page.ts');
    const day = host.system.now().toISOString().slice(0, 10);
    host.print(manualPage(to.program, { locale: host.locale, version, day }));
  });

  // Called by these scripts. Whatever goes wrong, a person who presses Tab must not see an error.
  to.addHidden('complete [words...]', async (host, words) => {
    try {
      const { completionsFor } = await import('../completion/complete.ts');
      host.print(await completionsFor(to.program, words, host));
    } catch {
      host.print('files');
    }
  });
}
