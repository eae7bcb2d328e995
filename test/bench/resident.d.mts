/** The peak of a process from now on, in MB above what it holds now. */
export function watchGrowth(pid: number): {
  stop(): { readonly beforeMb: number; readonly peakMb: number; readonly growthMb: number };
};
