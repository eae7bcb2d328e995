let chosen: string | undefined;

/** The zone in which times are shown: the person's choice, else the browser's. */
export const timeZone = (): string => chosen ?? Intl.DateTimeFormat().resolvedOptions().timeZone;

export function chooseTimeZone(zone: string | undefined): void {
  chosen = zone;
}
