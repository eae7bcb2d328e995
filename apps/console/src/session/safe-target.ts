/** Only addresses of the console itself: a link to sign in cannot lead elsewhere. */
export const safeTarget = (to: string | null): string => (to && /^\/(?![/\\])/.test(to) ? to : '/');
