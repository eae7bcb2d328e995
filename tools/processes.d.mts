/** The processes whose working directory is `path`; empty where there is no /proc. */
export function processesIn(path: string): number[];
/** Sends a signal; a process that is already gone is fine. */
export function signal(pid: number, name: NodeJS.Signals): void;
