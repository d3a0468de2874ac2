import { elfVariables, type Image } from '../formats/index.ts';
import { packageOfSymbol } from '../functions/index.ts';

/** Names of what contains many things, or marks where something begins: their bytes are not the runtime's. */
const containers =
  /\*$|^runtime\.(e?types|e?rodata|e?noptrdata|e?data|e?pclntab|e?symtab|typelink|itablink)$/;

/** The name of a variable of a package whose path is one word, as in the standard library. */
const standardVariable = /^[a-z][a-z0-9]*\.[\p{L}_]/u;

/**
 * Calls `each` with the package, address and size of the variables that the symbol table of a program names; `(C)` is that
 * of C. `known` are the packages that have functions. `colons`: see `packageOfSymbol`. Throws `Damaged`.
 */
export function eachVariable(
  image: Image,
  { colons, known }: { colons: boolean; known: ReadonlySet<string> },
  each: (path: string, address: number, bytes: number) => void,
): void {
  const mayHaveC = known.has('runtime/cgo') || known.values().some((path) => path.startsWith('(C)'));
  elfVariables(image, (name, address, bytes) => {
    if (containers.test(name)) return;
    const path = packageOfSymbol(name, colons);
    if (path.startsWith('(')) return;
    // Variables of C may have dots too (`table.0`). Of packages without functions, Go has lists of what to initialise
    // (`hash..inittask`) and what instances of generic functions need (`cmp..dict.Compare[int]`).
    const isGo =
      path.includes('/') ||
      known.has(path) ||
      name.startsWith(`${path}..`) ||
      // A program without C may have variables of a package of which no function is left: `io.EOF`.
      (!mayHaveC && standardVariable.test(name));
    each(isGo ? path : '(C)', address, bytes);
  });
}
