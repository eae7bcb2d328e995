/** What looks different once something was done with a template. */
export const REFRESHES = ['/v1/templates/{id}', '/v1/templates/names', '/v1/home'] as const;
