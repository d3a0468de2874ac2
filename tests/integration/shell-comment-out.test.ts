import { execa } from 'execa';
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { changeFile, commentOut, previewFile, undoChanges } from '#core/profiles';
import { knownProfile } from '#testing/profile-statements';
import { profileText } from '#testing/profile-texts';
import { ShellHome } from '#testing/shell-home';
import { stressed } from '#testing/stress';

/** Whether the shell accepts the file, as it says itself without running it. */
async function accepts(shell: string, path: string): Promise<boolean> {
  return (await execa(shell, ['-n', path], { reject: false, stdin: 'ignore' })).exitCode === 0;
}

const mark = '# burrow off: ';

/** A profile after someone has added a line, which comes behind a byte order mark. */
const more = (text: string) => (text.startsWith('\xef\xbb\xbf') ? `${text}\n# more` : `# more\n${text}`);

it.each([
  ['zsh', '.zshrc', 'zsh'],
  ['bash', '.bashrc', 'sh'],
  ['dash', '.profile', 'sh'],
  ['fish', '.config/fish/config.fish', 'fish'],
] as const)('%s accepts what it accepted before lines were commented out', async (shell, name, syntax) => {
  await using home = await ShellHome.make();
  const whole = stressed(25, 600);
  const counts = { tried: 0, accepted: 0, edited: 0 };
  const texts = syntax === 'fish' ? knownProfile(syntax) : fc.oneof(knownProfile(syntax), profileText);
  await fc.assert(
    fc.asyncProperty(
      texts.map((each) => (typeof each === 'string' ? each : each.text)),
      fc.array(fc.nat(40), { minLength: 1, maxLength: 4 }),
      async (text, lines) => {
        const count = text.split('\n').length;
        const chosen = lines.map((line) => (line % count) + 1);
        await home.write(name, text);
        counts.tried++;
        const before = await accepts(shell, home.path(name));
        const edit = commentOut(text, chosen, syntax);
        if (before) counts.accepted++;
        if ('obstacle' in edit) return;
        counts.edited++;
        // Nothing but the mark, and on the lines it names.
        const old = text.split('\n');
        const changed = edit.text.split('\n');
        expect(changed.length).toBe(old.length);
        for (const [index, line] of changed.entries()) {
          const bom = index === 0 && text.startsWith('\xef\xbb\xbf') ? '\xef\xbb\xbf' : '';
          const marked = bom + mark + (old[index] ?? '').slice(bom.length);
          expect(line).toBe(edit.lines.includes(index + 1) ? marked : old[index]);
        }
        const shown = await previewFile(home.path(name), () => edit.text);
        const { entry } = await changeFile(home.system, shown, () => edit.text);
        if (before) expect(await accepts(shell, home.path(name))).toBe(true);
        // Undone after the person has gone on: those lines alone are as they were.
        await home.write(name, more(edit.text));
        await undoChanges(home.system, { entry: entry ?? '' });
        expect(await home.read(name)).toBe(more(text));
      },
    ),
    { numRuns: whole },
  );
  console.info(
    `stress: comment out in ${shell}: ${counts.edited} of ${counts.tried} profiles edited, ${counts.accepted} accepted before`,
  );
  expect(counts.edited).toBeGreaterThan(whole / 5);
  expect(counts.accepted).toBeGreaterThan(whole / 4);
});

it('undoes the lines that were commented out, and leaves what was written since', async () => {
  await using home = await ShellHome.make();
  const text = 'export GOROOT=/go\nexport A=1\nexport GOROOT=/go\n';
  await home.write('.zshrc', text);
  const off = async (line: number) => {
    const edit = (before: string | null) => {
      const edited = commentOut(before ?? '', [line], 'zsh');
      return 'text' in edited ? edited.text : (before ?? '');
    };
    return (await changeFile(home.system, await previewFile(home.path('.zshrc'), edit), edit)).entry ?? '';
  };
  const first = await off(1);
  const second = await off(3);
  await home.write('.zshrc', `# new\n${await home.read('.zshrc')}# end\n`);
  await undoChanges(home.system, { entry: first });
  expect(await home.read('.zshrc')).toBe(
    `# new\nexport GOROOT=/go\nexport A=1\n${mark}export GOROOT=/go\n# end\n`,
  );
  await undoChanges(home.system, { entry: second });
  expect(await home.read('.zshrc')).toBe(`# new\n${text}# end\n`);
});
