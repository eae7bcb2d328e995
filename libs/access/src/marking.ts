import { PUBLIC_METADATA } from '#libs/http';
import { ALLOW_METADATA } from './allow.decorator.js';
import type { Permission } from './permissions.js';

/** What a route says about itself. */
export type Marking = { readonly permission: Permission; readonly others?: readonly Permission[] } | 'public';

/**
 * The marking of a route: the method's own, else its controller's, else null. `@Allow` wins over `@Public` on the same
 * thing, so that a mistake closes a route and does not open it.
 */
export function markingOf(method: object, controller: object): Marking | null {
  return ownMarking(method) ?? ownMarking(controller);
}

function ownMarking(target: object): Marking | null {
  const allowed = Reflect.getMetadata(ALLOW_METADATA, target) as readonly Permission[] | undefined;
  const [permission, ...others] = allowed ?? [];
  if (permission !== undefined) return others.length > 0 ? { permission, others } : { permission };
  return Reflect.getMetadata(PUBLIC_METADATA, target) === true ? 'public' : null;
}
