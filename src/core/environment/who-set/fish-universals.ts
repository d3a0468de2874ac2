import { join } from 'node:path';
import { readForeign, type System } from '#core/system';

/** A universal variable of fish, which outlives the line that set it. */
export interface Universal {
  values: string[];
  exported: boolean;
  file: string;
  line: number;
}

const maxBytes = 4_000_000;

/** fish's universal variables, by name; none where there is no file of them. */
export async function fishUniversals({
  home,
  env,
}: Pick<System, 'home' | 'env'>): Promise<Map<string, Universal>> {
  const file = join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'fish/fish_variables');
  const text = await readForeign(file, maxBytes).then(
    (bytes) => bytes.toString('utf8'),
    () => '',
  );
  return new Map(universalsIn(text).map(([name, universal]) => [name, { ...universal, file }]));
}

/** The variables in fish's file: `SETUVAR --export GOPATH:\x2fgo`, where `\x1e` stands between values. Pure. */
export function universalsIn(text: string): [string, Omit<Universal, 'file'>][] {
  return text.split('\n').flatMap((line, index) => {
    const found = /^SETUVAR ((?:--\w+ )*)(\w+):(.*)$/.exec(line);
    if (!found) return [];
    const [, options = '', name = '', value = ''] = found;
    const values = value === String.raw`\x1d` ? [] : value.split(String.raw`\x1e`).map(decoded);
    return [[name, { values, exported: options.includes('--export '), line: index + 1 }]];
  });
}

/** The command that gives the variable its value in a fish without universal variables. Pure. */
export function fishAssignment(
  name: string,
  { values, exported }: Pick<Universal, 'values' | 'exported'>,
): string {
  const words = values.map((value) => `'${value.replace(/['\\]/g, String.raw`\$&`)}'`);
  return ['set', exported ? '-gx' : '-g', name, ...words].join(' ');
}

function decoded(text: string): string {
  return text.replace(/\\(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8})|(.))/gi, (_, ...codes: string[]) => {
    const [byte, short, long, other = ''] = codes;
    const code = byte ?? short ?? long;
    if (code !== undefined) return String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
    return other === 'n' ? '\n' : other === 't' ? '\t' : other;
  });
}
