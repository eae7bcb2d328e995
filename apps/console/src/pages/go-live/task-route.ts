import { type ConsoleRoute, ROUTES } from '../../routes.js';

/** Where a task is done: a page of the agency, or one of a person's own. */
export const routeOfTask = (link: string): ConsoleRoute | undefined =>
  ROUTES.find(({ path }) => path === `/a/:agency${link}`) ?? ROUTES.find(({ path }) => path === link);
