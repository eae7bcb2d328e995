/** What machines write and read: left to right, in its own lines, broken where the page ends. */
export function Snippet({ text, label }: { text: string; label: string }) {
  return (
    <section aria-label={label}>
      <pre
        dir="ltr"
        className="rounded-control border border-line-soft bg-sunken p-3 font-mono text-sm whitespace-pre-wrap break-all"
      >
        {text}
      </pre>
    </section>
  );
}

/** JSON in lines; anything else as it came. */
export function inLines(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
