/** Functions that the compiler and linker generate for no particular package: equality and hash functions of types. */
const generatedPackage = '(generated)';
/** Functions whose name has no package: assembly such as `_rt0_amd64_linux` and `memeqbody`, and C. */
const noPackage = '(no package)';

/**
 * The package of a symbol, by its name alone: everything before the first dot after the last slash. Type arguments,
 * receivers and composite types are cut off first, because they may name other packages (`slices.Sort[go.shape.int]`,
 * `net/http.(*Client).Do`). The linker writes a dot in the last path element as `%2e`. `colons`: generated names begin with
 * `go:` and `type:`, as since Go 1.20; before, with `go.` and `type.`.
 */
export function packageOfSymbol(symbol: string, colons: boolean): string {
  if ((colons ? /^(go|type):/ : /^(go|type)\./).test(symbol)) return generatedPackage;
  const cut = symbol.search(/[[({ ]/);
  const name = cut < 0 ? symbol : symbol.slice(0, cut);
  const dot = name.indexOf('.', name.lastIndexOf('/') + 1);
  if (dot <= 0) return noPackage;
  return name.slice(0, dot).replace(/%([0-9a-f]{2})/gi, (_, hex: string) => unescaped(hex));
}

function unescaped(hex: string): string {
  return String.fromCharCode(Number.parseInt(hex, 16));
}

/**
 * The package of a type, by its name: that of what it points to or of its elements, if it has none itself; `(generated)`
 * for other types without a name. Pure.
 */
export function packageOfType(name: string): string {
  const path = packageOfSymbol(name.replace(/^(\*|\[\d*\]|chan |<-)+/, ''), true);
  return path === noPackage ? generatedPackage : path;
}
