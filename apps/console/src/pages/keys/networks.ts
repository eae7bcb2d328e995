/** One address or network on each line; commas do as well. */
export const networksOf = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);
