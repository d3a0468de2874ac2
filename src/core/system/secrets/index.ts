export { secretValuesIn } from './found.ts';
export { maskSecrets } from './mask.ts';
export { isPlainValue, isSecretName } from './names.ts';
export { maskImageStep } from './steps.ts';
