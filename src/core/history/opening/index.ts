export { Connection } from './connection.ts';
export { historyLock, openInHome } from './open-home.ts';
export { openDatabase } from './open.ts';
export { salvage } from './salvage.ts';
