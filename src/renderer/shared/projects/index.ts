export { folderName, rememberedProject, useChooseProject, useProject } from './current-project.ts';
export { projectsLike } from './projects-like.ts';
export { useHome } from './use-home.ts';
export { useForgetProject, useOpenProject, useProjects } from './use-projects.ts';
