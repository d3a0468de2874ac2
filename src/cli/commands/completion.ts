import { Argument } from 'commander';
import { readResource } from '#core/system';
import { answer } from '../answer.ts';
import type { Registrar } from '../program.ts';

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
