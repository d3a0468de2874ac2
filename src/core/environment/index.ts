export { updateEnvFile } from './go-file/index.ts';
export { listVariables } from './list.ts';
export { previewVariables, setVariables, writeVariables } from './managed/index.ts';
export { adderOf, putBefore, setterOf, type Traced, traceStart, whoSet } from './who-set/index.ts';
export { moduleVariables, proxySettings, routeOf, testProxies } from './proxies/index.ts';
