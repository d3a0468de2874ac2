import { elfVariables, type Image } from '../formats/index.ts';
import { packageOfSymbol } from '../functions/index.ts';

/** Names of what contains many things, or marks where something begins: their bytes are not the runtime's. */
const containers =
  /\*$|^runtime\.(e?types|e?rodata|e?noptrdata|e?data|e?pclntab|e?symtab|typelink|itablink)$/;

/**
 * Calls `each` with the package, address and size of the variables that the symbol table of a program names. `colons`: see
 * `packageOfSymbol`. Throws `Damaged`.
 */
export function eachVariable(
  image: Image,
  colons: boolean,
  each: (path: string, address: number, bytes: number) => void,
): void {
  elfVariables(image, (name, address, bytes) => {
    if (containers.test(name)) return;
    const path = packageOfSymbol(name, colons);
    if (!path.startsWith('(')) each(path, address, bytes);
  });
}
