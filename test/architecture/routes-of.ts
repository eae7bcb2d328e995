import { type DynamicModule, RequestMethod, type Type } from '@nestjs/common';
import { classesOf, markedMethods } from './module-parts.js';

export interface Route {
  readonly controller: Type;
  readonly handler: (...args: never[]) => unknown;
  /** `GET /v1/messages/:id` */
  readonly name: string;
}

/** Every route of a module, from the metadata that Nest itself reads. */
export function routesOf(module: DynamicModule): Route[] {
  return classesOf(module, 'controllers').flatMap((controller) =>
    markedMethods(controller, 'method').flatMap((handler) => {
      const method = RequestMethod[Reflect.getMetadata('method', handler) as number];
      return pathsOf(controller, handler).map((path) => ({ controller, handler, name: `${method} ${path}` }));
    }),
  );
}

function pathsOf(controller: Type, handler: Route['handler']): string[] {
  const declared = (target: object) => [Reflect.getMetadata('path', target) as string | string[]].flat();
  return declared(controller).flatMap((head) => declared(handler).map((tail) => join(head, tail)));
}

function join(...parts: string[]): string {
  return `/${parts.flatMap((part) => part.split('/').filter(Boolean)).join('/')}`;
}
