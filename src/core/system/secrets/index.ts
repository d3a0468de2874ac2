export { maskArguments } from './arguments.ts';
export { secretValuesIn } from './found.ts';
export { maskSecrets } from './mask.ts';
export { isPlainValue, isSecretName } from './names.ts';
export { maskAssignment, maskImageStep } from './steps.ts';
