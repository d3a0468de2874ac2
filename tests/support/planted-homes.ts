import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { seededRandom } from './random.ts';

/** A shell for which homes are planted. */
export type PlantedShell = 'zsh' | 'bash' | 'sh' | 'fish';

/** Where a variable was last set: any of these lines is right. */
export interface Truth {
  value: string;
  file: string;
  first: number;
  last: number;
}

/** Startup files of one home, and what a shell that reads them ends with. */
export interface PlantedHome {
  files: ReadonlyMap<string, readonly string[]>;
  truth: ReadonlyMap<string, Truth>;
}

const names = ['GOPATH', 'GOROOT', 'GOBIN', 'GOPROXY', 'GOFLAGS', 'GOPRIVATE'];
const startupFiles: Record<PlantedShell, readonly string[]> = {
  zsh: ['.zshenv', '.zprofile', '.zshrc', '.zlogin'],
  bash: ['.bash_profile'],
  sh: ['.profile'],
  fish: ['.config/fish/conf.d/a.fish', '.config/fish/config.fish'],
};

/** Writes the files of a home. */
export async function plant(home: string, { files }: PlantedHome): Promise<void> {
  for (const [name, lines] of files) {
    await mkdir(dirname(join(home, name)), { recursive: true });
    await writeFile(join(home, name), `${lines.join('\n')}\n`);
  }
}

/** Startup files with what profiles are full of: functions, loops, `eval`, files, conditions, here-documents. */
export function plantedHome(seed: number, shell: PlantedShell): PlantedHome {
  return new Planting(seededRandom(seed), shell).home();
}

class Planting {
  readonly #files = new Map<string, string[]>();
  readonly #truth = new Map<string, Truth>();
  readonly #random: () => number;
  readonly #shell: PlantedShell;
  #count = 0;

  constructor(random: () => number, shell: PlantedShell) {
    this.#random = random;
    this.#shell = shell;
  }

  home(): PlantedHome {
    for (const file of startupFiles[this.#shell]) this.#fill(file, 0);
    return { files: this.#files, truth: this.#truth };
  }

  #pick<T>(items: readonly T[]): T {
    return items[Math.floor(this.#random() * items.length)] as T;
  }

  #fill(file: string, depth: number): void {
    const lines: string[] = [];
    this.#files.set(file, lines);
    const blocks = this.#shell === 'fish' ? this.#fishBlocks(file, depth) : this.#blocks(file, depth);
    for (let left = 2 + Math.floor(this.#random() * 7); left > 0; left--) this.#pick(blocks)();
    // The last line need not end a file well.
    if (this.#random() < 0.3) lines.push('# the end');
  }

  /** Adds lines; those from `first` to `last` of them, counted from 0, set the variables. */
  #add(
    file: string,
    added: readonly string[],
    set: Record<string, string> = {},
    first = 0,
    last = first,
  ): void {
    const lines = this.#files.get(file) ?? [];
    for (const [name, value] of Object.entries(set)) {
      const at = lines.length + 1;
      if (value === '') this.#truth.delete(name);
      else this.#truth.set(name, { value, file, first: at + first, last: at + last });
    }
    lines.push(...added);
  }

  #setting(): { name: string; value: string } {
    return { name: this.#pick(names), value: `/v${Math.floor(this.#random() * 4)}` };
  }

  #source(file: string, depth: number, line: (path: string) => string): void {
    if (depth > 1) return;
    const name = `.sourced${this.#count++}`;
    this.#add(file, [line(name)]);
    this.#fill(name, depth + 1);
  }

  #blocks(file: string, depth: number): (() => void)[] {
    const shell = this.#shell;
    const add = (...args: [readonly string[], Record<string, string>?, number?, number?]): void =>
      this.#add(file, ...args);
    const each = (make: (name: string, value: string) => void) => () => {
      const { name, value } = this.#setting();
      make(name, value);
    };
    const others = each((name, value) => {
      const other = names.find((candidate) => candidate !== name) ?? '';
      add([`export ${other}=/both ${name}=${value}`], { [other]: '/both', [name]: value });
    });
    const blocks = [
      each((name, value) => add([`export ${name}=${value}`], { [name]: value })),
      each((name, value) => add([`export ${name}="${value}"  # a comment`], { [name]: value })),
      each((name, value) => add([`${name}='${value}'`, `export ${name}`], { [name]: value }, 0, 1)),
      each((name, value) => add([`${name}=${value}; export ${name}`], { [name]: value })),
      others,
      each((name, value) =>
        add(
          ['if [ -d / ]; then', `  export ${name}=${value}`, 'else', `  export ${name}=/no`, 'fi'],
          { [name]: value },
          1,
        ),
      ),
      each((name, value) =>
        add(
          [
            'if [ -d /nope ]',
            'then',
            `  export ${name}=/no`,
            'elif true; then',
            `  : # not ${name}=/x`,
            `  export ${name}=${value}`,
            'fi',
          ],
          { [name]: value },
          5,
        ),
      ),
      each((name, value) =>
        add(['setit() {', '  export "$1=$2"', '}', `setit ${name} ${value}`], { [name]: value }, 1),
      ),
      each((name, value) =>
        add([`fix_go() { export ${name}=${value}; }`, 'true', 'fix_go'], { [name]: value }, 0),
      ),
      each((name, value) =>
        add(
          ['outer() {', '  inner', '}', 'inner() {', '  true', `  export ${name}=${value}`, '}', 'outer'],
          { [name]: value },
          5,
        ),
      ),
      each((name, value) => add([`eval "export ${name}=${value}"`], { [name]: value })),
      each((name, value) => add([`eval "$(echo 'x=1; export ${name}=${value}')"`], { [name]: value })),
      each((name, value) =>
        add([`eval 'x=1`, `export ${name}=${value}`, `y=2'`, 'z=3'], { [name]: value }, 0, 2),
      ),
      each((name, value) =>
        add([`eval "$(printf 'x=1\\nexport ${name}=%s\\n' ${value})"`, 'true', 'true'], { [name]: value }),
      ),
      each((name, value) =>
        add([`for v in ${name}; do`, `  export "$v=${value}"`, 'done'], { [name]: value }, 1),
      ),
      each((name, value) =>
        add(
          [
            'for d in /nope / /nope2; do',
            '  if [ -d "$d" ]; then',
            `    export ${name}=${value}`,
            '  fi',
            'done',
          ],
          { [name]: value },
          2,
        ),
      ),
      each((name, value) =>
        add(
          ['n=0', 'while [ $n -lt 2 ]; do', '  n=$((n+1))', `  ${name}=${value}`, '  export ' + name, 'done'],
          { [name]: value },
          3,
          4,
        ),
      ),
      each((name, value) => add(['export \\', '  LANG=C \\', `  ${name}=${value}`], { [name]: value }, 2)),
      each((name, value) => add([`[ -d / ] && export ${name}=${value}`], { [name]: value })),
      each((name, value) => add(['[ -d / ] &&', `  export ${name}=${value}`], { [name]: value }, 1)),
      each((name, value) => add([`[ -d /nope ] || export ${name}=${value}`], { [name]: value })),
      each((name, value) =>
        add(
          ['case linux in', `  mac) export ${name}=/no ;;`, `  li*) export ${name}=${value} ;;`, 'esac'],
          { [name]: value },
          2,
        ),
      ),
      each((name, value) =>
        add([`read -r ${name} <<EOF`, value, 'EOF', `export ${name}`], { [name]: value }, 0, 3),
      ),
      each((name, value) => add([`export ${name}="$(echo ${value})"`], { [name]: value })),
      each((name, value) => add([`where=${value}`, `export ${name}="$where"`], { [name]: value }, 1)),
      each((name, value) =>
        add([`unset ${name}`, `: "\${${name}:=${value}}"`, `export ${name}`], { [name]: value }, 1, 2),
      ),
      each((name, value) => add(['{', `  export ${name}=${value}`, '} 2>/dev/null'], { [name]: value }, 1)),
      each((name) => add([`unset ${name}`], { [name]: '' })),
      // What only looks like an assignment.
      each((name) => add([`# export ${name}=/comment`])),
      each((name) => add(['cat >/dev/null <<EOF', `export ${name}=/heredoc`, 'EOF'])),
      each((name) => add([`echo "export ${name}=/said"`])),
      each((name) => add([`[ -d /nope ] && export ${name}=/no`])),
      each((name) => add([`(export ${name}=/subshell; true)`])),
      each((name) => add([`x=$(export ${name}=/substituted; echo 1)`])),
      each((name) => add([`${name}=/once true`])),
      each((name) => add(['unused() {', `  export ${name}=/never`, '}'])),
      each((name) => add([`if [ -z "$HOME" ]; then export ${name}=/no; fi`])),
      () => add(['PS4="+ "; set +x', 'exec 2>/dev/null']),
      () => add(['unset PS4']),
      () => this.#source(file, depth, (path) => `. "$HOME/${path}"`),
      () => this.#source(file, depth, (path) => `if [ -r ~/${path} ]; then . ~/${path}; fi`),
      () => this.#source(file, depth, (path) => `for f in ~/${path}; do . "$f"; done`),
    ];
    if (shell !== 'sh') {
      blocks.push(
        each((name, value) => add([`typeset -x ${name}=${value}`], { [name]: value })),
        each((name, value) => add([`[[ -d / && -n $HOME ]] && export ${name}=${value}`], { [name]: value })),
        each((name, value) =>
          add(
            ['function gofn {', '  local x=1', `  typeset -gx ${name}=${value}`, '}', 'gofn'],
            { [name]: value },
            2,
          ),
        ),
        each((name) => add(['loc() {', `  local ${name}=/local`, '  true', '}', 'loc'])),
        each((name) => add(['callee() { true; }', `${name}=/for-call callee`])),
        each((name, value) =>
          add([`printf -v ${name} %s ${value}`, `export ${name}`], { [name]: value }, 0, 1),
        ),
        each((name, value) =>
          add(
            ['list=(/a', `  ${value}`, ')', `for x in "\${list[@]}"; do export ${name}=$x; done`],
            { [name]: value },
            3,
          ),
        ),
        () => this.#source(file, depth, (path) => `source ~/${path} && true`),
      );
    }
    if (shell === 'zsh') {
      blocks.push(
        () => add(['setopt noxtrace prompt_subst']),
        each((name, value) =>
          add(
            ['zfn() {', '  emulate -L zsh', '  setopt noxtrace', `  export ${name}=${value}`, '}', 'zfn'],
            { [name]: value },
            3,
          ),
        ),
        each((name, value) => add([`() { export ${name}=$1 } ${value}`], { [name]: value })),
        each((name, value) => add([`for v (${value}) export ${name}=$v`], { [name]: value })),
        each((name, value) => add([`if [[ -d / ]] { export ${name}=${value} }`], { [name]: value })),
      );
    }
    return blocks;
  }

  #fishBlocks(file: string, depth: number): (() => void)[] {
    const add = (...args: [readonly string[], Record<string, string>?, number?, number?]): void =>
      this.#add(file, ...args);
    const each = (make: (name: string, value: string) => void) => () => {
      const { name, value } = this.#setting();
      make(name, value);
    };
    return [
      each((name, value) => add([`set -gx ${name} ${value}`], { [name]: value })),
      each((name, value) => add([`set -gx ${name} "${value}" # a comment`], { [name]: value })),
      each((name, value) => add([`set -x ${name} '${value}'`], { [name]: value })),
      each((name, value) => add([`export ${name}=${value}`], { [name]: value })),
      each((name, value) => add(['set -gx \\', `  ${name} ${value}`], { [name]: value }, 0, 1)),
      each((name, value) =>
        add(
          ['if test -d /', `  set -gx ${name} ${value}`, 'else', `  set -gx ${name} /no`, 'end'],
          { [name]: value },
          1,
        ),
      ),
      each((name, value) =>
        add(
          ['function setit', '  set -gx $argv[1] $argv[2]', 'end', `setit ${name} ${value}`],
          { [name]: value },
          1,
        ),
      ),
      each((name, value) =>
        add(
          [
            'function outer',
            '  inner',
            'end',
            'function inner',
            `  set -gx ${name} ${value}`,
            'end',
            'outer',
          ],
          { [name]: value },
          4,
        ),
      ),
      each((name, value) => add([`eval "set -gx ${name} ${value}"`], { [name]: value })),
      each((name, value) => add([`eval 'true`, `set -gx ${name} ${value}'`], { [name]: value }, 0, 1)),
      each((name, value) => add([`eval (echo set -gx ${name} ${value})`], { [name]: value })),
      each((name, value) => add([`echo 'set -gx ${name} ${value}' | source`], { [name]: value })),
      each((name, value) => add([`for v in ${name}`, `  set -gx $v ${value}`, 'end'], { [name]: value }, 1)),
      each((name, value) => add(['begin', `  set -gx ${name} ${value}`, 'end'], { [name]: value }, 1)),
      each((name, value) => add([`test -d /; and set -gx ${name} ${value}`], { [name]: value })),
      each((name, value) => add([`test -d / && set -gx ${name} ${value}`], { [name]: value })),
      each((name, value) =>
        add(
          [
            'switch linux',
            '  case mac',
            `    set -gx ${name} /no`,
            '  case "l*"',
            `    set -gx ${name} ${value}`,
            'end',
          ],
          { [name]: value },
          4,
        ),
      ),
      each((name, value) => add([`set -gx ${name} (echo ${value})`], { [name]: value })),
      each((name, value) => add([`echo ${value} | read -gx ${name}`], { [name]: value })),
      each((name, value) => add([`set where ${value}`, `set -gx ${name} $where`], { [name]: value }, 1)),
      each((name) => add([`set -e ${name}`], { [name]: '' })),
      each((name) => add([`# set -gx ${name} /comment`])),
      each((name) => add([`echo "set -gx ${name} /said"`])),
      each((name) => add([`test -d /nope; and set -gx ${name} /no`])),
      each((name) => add([`${name}=/once true`])),
      each((name) => add(['function loc', `  set -l ${name} /local`, '  true', 'end', 'loc'])),
      each((name) => add(['function unused', `  set -gx ${name} /never`, 'end'])),
      () => add(['set -g fish_trace']),
      () => this.#source(file, depth, (path) => `source ~/${path}`),
      () => this.#source(file, depth, (path) => `for f in ~/${path}; source $f; end`),
    ];
  }
}
