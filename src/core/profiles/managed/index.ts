export { formatManaged, managedFile, parseManaged, readManaged, withChanges } from './file.ts';
export { exportsForFish, exportsForSh, fishQuoted, type ManagedVariables } from './lines.ts';
export { maskedValue } from './masked-value.ts';
export { nameProblem, valueProblem } from './names.ts';
