export { adderOf, putBefore, setterOf, type Traced } from './traced.ts';
export { traceStart } from './trace-start.ts';
export { whoSet } from './who-set.ts';
