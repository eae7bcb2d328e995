// How much memory a process really holds.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const MB = 1024;

/** Forgets the peak so far. https://man7.org/linux/man-pages/man5/proc_pid_clear_refs.5.html */
const FORGET_PEAK = '5';

/** The peak of a process from now on, in MB above what it holds now. */
export function watchGrowth(pid) {
  const before = now(pid);
  const status = `/proc/${pid}/status`;
  const isExact = existsSync(status) && forgetPeak(pid);
  let peak = before;
  const look = () => {
    peak = Math.max(peak, isExact ? peakOf(status) : now(pid));
  };
  // Where the system keeps no peak, the process is looked at often.
  const timer = isExact ? null : setInterval(look, 20);
  return {
    stop() {
      if (timer) clearInterval(timer);
      look();
      return { beforeMb: round(before), peakMb: round(peak), growthMb: round(peak - before) };
    },
  };
}

function forgetPeak(pid) {
  try {
    writeFileSync(`/proc/${pid}/clear_refs`, FORGET_PEAK);
    return true;
  } catch {
    return false;
  }
}

function peakOf(status) {
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8'))?.[1]);
}

/** In KB. */
function now(pid) {
  const status = `/proc/${pid}/status`;
  if (existsSync(status)) return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8'))?.[1]);
  return Number(spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout);
}

const round = (kilobytes) => Number((kilobytes / MB).toFixed(1));
