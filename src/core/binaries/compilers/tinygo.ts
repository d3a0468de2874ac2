import type { PackageSize } from '#contract/binaries';
import { Cursor } from '../bytes/index.ts';
import { packageOfSymbol } from '../functions/index.ts';
import { Ledger } from '../ownership/index.ts';
import { functionNames, type WasmModule } from '../formats/index.ts';

/**
 * The version of the TinyGo that built a WebAssembly module, from the section in which tools name themselves; null: no
 * TinyGo did. Throws `Damaged`.
 */
export function tinygoVersion(module: WasmModule): string | null {
  const producers = module.custom('producers');
  if (!producers) return null;
  const from = new Cursor(producers);
  for (let fields = from.varint(); fields > 0; fields--) {
    from.name();
    for (let tools = from.varint(); tools > 0; tools--) {
      const [tool, version] = [from.name(), from.name()];
      if (tool === 'TinyGo') return version;
    }
  }
  return null;
}

/** The code of each package, from the names of functions; empty without them. Throws `Damaged`. */
export function tinygoPackages({ custom, codeBytes, imports }: WasmModule): PackageSize[] {
  const names = custom('name');
  if (!names) return [];
  const ledger = new Ledger();
  for (const { index, name } of functionNames(names)) {
    const bytes = codeBytes[index - imports.length];
    if (bytes !== undefined) ledger.addFunctions(tinygoPackage(name), 1, bytes);
  }
  return ledger.packages();
}

/** TinyGo puts the receiver first: `(*fmt.pp).Println`, `(reflect.rawType).Kind`. Its names without a dot are of C. */
export function tinygoPackage(symbol: string): string {
  const path = packageOfSymbol(symbol.replace(/^\(\*?/, ''), true);
  return path === '(no package)' ? '(C)' : path;
}
