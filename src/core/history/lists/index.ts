export { type Lists, listsOf } from './lists.ts';
export { Sweep } from './sweep.ts';
