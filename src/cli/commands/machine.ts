import { rosettaEnds } from '#contract/rosetta';
import { answer } from '../answer.ts';
import { paint } from '../output/paint.ts';
import { pairs } from '../output/table.ts';
import type { Registrar } from '../program.ts';

export function machineCommands(to: Registrar): void {
  to.add('machine', to.text.machine.help.summary, async (host) => {
    const machine = await host.client.machine.show(undefined, { signal: host.signal });
    const text = host.text.machine;
    answer(host, machine, () =>
      pairs([
        [text.system, `${machine.osVersion} · ${machine.os}/${machine.arch}`],
        [
          text.processor,
          machine.translated ? `${machine.processor} · ${paint.warn(text.translated)}` : machine.processor,
        ],
        ...(machine.translated ? [['', paint.faint(rosettaEnds[host.locale])] as const] : []),
        ...(machine.libc
          ? [[text.libc, [machine.libc.name, machine.libc.version].filter(Boolean).join(' ')] as const]
          : []),
        ...machine.shells.map(
          (shell, index) =>
            [
              index === 0 ? text.shells : '',
              [shell.name, shell.version, paint.faint(shell.path), shell.login ? text.loginShell : null]
                .filter(Boolean)
                .join(' '),
            ] as const,
        ),
        [text.home, machine.burrowHome],
        [text.version, machine.burrowVersion],
      ]),
    );
  });
}
