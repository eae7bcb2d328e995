import type { Request } from 'express';

interface RouterLayer {
  readonly route?: { readonly methods: Readonly<Record<string, boolean>> };
  match(path: string): boolean;
}

/** The methods that the path of a request answers. Walks all routes, so it is for paths that found none. */
export function allowedMethods(request: Request): string[] {
  const { stack = [] } = (request.app as unknown as { router?: { stack?: RouterLayer[] } }).router ?? {};
  const routes = stack.filter((layer) => layer.route && matches(layer, request.path));
  const methods = routes.flatMap((layer) => Object.keys(layer.route?.methods ?? {}));
  return [...new Set(methods.map((method) => method.toUpperCase()))]
    .filter((method) => method !== request.method)
    .sort();
}

/** A path that cannot be decoded matches nothing. */
function matches(layer: RouterLayer, path: string): boolean {
  try {
    return layer.match(path);
  } catch {
    return false;
  }
}
