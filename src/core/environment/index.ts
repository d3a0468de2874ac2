export { previewGoFile, updateEnvFile, writeGoFile } from './go-file/index.ts';
export { listVariables } from './list.ts';
export { moduleVariables, proxySettings, routeOf, testProxies } from './proxies/index.ts';
