/** Functions that the compiler and linker generate for no particular package: equality and hash functions of types. */
export const generatedPackage = '(generated)';
/** Functions whose name has no package: assembly such as `_rt0_amd64_linux` and `memeqbody`, and C. */
const noPackage = '(no package)';

/**
 * The package of a symbol, by its name alone: everything before the first dot after the last slash. Type arguments,
 * receivers and composite types are cut off first, because they may name other packages (`slices.Sort[go.shape.int]`,
 * `net/http.(*Client).Do`). The linker writes a dot in the last path element as `%2e`. `colons`: generated names begin with
 * `go:` and `type:`, as since Go 1.20; before, with `go.` and `type.`.
 */
export function packageOfSymbol(symbol: string, colons: boolean): string {
  if (symbol.startsWith(colons ? 'go:' : 'go.') || symbol.startsWith(colons ? 'type:' : 'type.'))
    return generatedPackage;
  // A constant that the compiler puts into memory: `$f64.3ff0000000000000`.
  if (symbol.startsWith('$')) return generatedPackage;
  // Programs have 100,000 symbols, so no regular expression looks at every one.
  let dot = -1;
  for (let i = 0; i < symbol.length; i++) {
    const character = symbol.charCodeAt(i);
    if (character === slash) dot = -1;
    else if (character === period && dot < 0) dot = i;
    else if (isEnd(character)) break;
  }
  if (dot <= 0 || isPartOfC(symbol, dot)) return noPackage;
  return unescaped(symbol.slice(0, dot));
}

/**
 * Whether this is a part or a copy that C compilers make of a function: `x_cgo_munmap.cold`, `fatalf.constprop.0`. A Go
 * function may be called `cold` too; but the paths without a slash, of the standard library and `main`, have no underscore.
 */
function isPartOfC(symbol: string, dot: number): boolean {
  if (symbol.endsWith('.cold')) return symbol.includes('_') && !symbol.includes('/');
  const last = symbol.charCodeAt(symbol.length - 1);
  return (
    last >= 0x30 &&
    last <= 0x39 &&
    /^\.(part|isra|constprop|cold|lto_priv|llvm)\.\d+$/.test(symbol.slice(dot))
  );
}

const [slash, period] = [0x2f, 0x2e];

/** Brackets and space, with which what follows the name begins. */
function isEnd(character: number): boolean {
  return character === 0x5b || character === 0x28 || character === 0x7b || character === 0x20;
}

/**
 * A name in which `%2e` is a dot again. The compiler of Go 1.27 escapes some closures of such a package twice, as `%252e`.
 * Pure.
 */
export function unescaped(name: string): string {
  if (!name.includes('%')) return name;
  return name.replace(/%(?:25)*([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

/**
 * The package of a type, by its name: that of what it points to or of its elements, if it has none itself; `(generated)`
 * for other types without a name. Pure.
 */
export function packageOfType(name: string): string {
  const bare = name.replace(/^(\*|\[\d*\]|chan |<-)+/, '');
  // What generic functions are compiled for.
  if (bare.startsWith('go.shape.')) return generatedPackage;
  const path = packageOfSymbol(bare, true);
  return path === noPackage ? generatedPackage : path;
}
