import type { DynamicModule, Type } from '@nestjs/common';

type ModuleLike = Type | DynamicModule | Promise<DynamicModule>;
type Part = 'controllers' | 'providers';

/**
 * The classes that a module and the modules that it imports declare, from their metadata: nothing is started, so no server
 * is needed. Providers made by factories have no class and are left out.
 */
export function classesOf(root: ModuleLike, part: Part): Type[] {
  const found = new Set<Type>();
  collect(root, part, found, new Set());
  return [...found];
}

function collect(module: ModuleLike, part: Part, found: Set<Type>, seen: Set<unknown>): void {
  if (seen.has(module) || module instanceof Promise) return;
  seen.add(module);
  const classes = listed<unknown>(module, part).filter((one): one is Type => typeof one === 'function');
  for (const one of classes) found.add(one);
  for (const inner of listed<ModuleLike>(module, 'imports')) collect(inner, part, found, seen);
}

/** What the decorator of a module says and what its `forRoot` adds. */
function listed<T>(module: Type | DynamicModule, property: Part | 'imports'): T[] {
  const isDynamic = typeof module !== 'function';
  const decorated = (Reflect.getMetadata(property, isDynamic ? module.module : module) ?? []) as T[];
  return isDynamic ? [...decorated, ...((module[property] ?? []) as T[])] : decorated;
}

/** The methods of a class that a decorator has marked with this metadata. */
export function markedMethods(type: Type, metadata: string): ((...args: never[]) => unknown)[] {
  const prototype = type.prototype as Record<string, (...args: never[]) => unknown>;
  return Object.getOwnPropertyNames(prototype)
    .filter((name) => name !== 'constructor')
    .map((name) => prototype[name])
    .filter((method) => typeof method === 'function' && Reflect.hasMetadata(metadata, method)) as never;
}
