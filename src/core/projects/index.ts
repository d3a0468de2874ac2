export { browseFolders } from './browse.ts';
export { modulePath } from './module-path.ts';
export { addProject, listProjects, removeProject } from './projects.ts';
export { toolchainUsers } from './toolchain-users.ts';
