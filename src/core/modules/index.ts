import '#contract/module-failures';

export { checkModules } from './check.ts';
export { listModules } from './list.ts';
export { tryWithout } from './try-without.ts';
export { whyModule } from './why.ts';
