export interface HeldRole {
  role: string;
  since: string;
  until: string | null;
}

/** The roles that were held at a moment; without one, those of now. */
export function rolesAt(roles: readonly HeldRole[], on?: string): HeldRole[] {
  const at = on ? Date.parse(on) : Date.now();
  return roles.filter(({ since, until }) => Date.parse(since) <= at && (!until || Date.parse(until) > at));
}
