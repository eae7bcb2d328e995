import { readFileSync } from 'node:fs';

/** Runs `work` `count` times with so many at once. @returns how many a second */
export async function ratePerSecond(count, concurrency, work) {
  let next = 0;
  const begun = performance.now();
  const lane = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  return count / ((performance.now() - begun) / 1000);
}

/** Microseconds of processor time that a process has used. Linux only; null elsewhere. */
export function cpuMicros(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10_000;
  } catch {
    return null;
  }
}

export function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
