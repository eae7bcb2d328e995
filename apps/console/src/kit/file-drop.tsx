import { Upload } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Button } from './button.js';
import { classes } from './class-names.js';

export interface FileDropProps {
  /** The button's words: "Choose files". */
  label: string;
  /** What may be dropped here. */
  hint: string;
  /** As the attribute of an input of files. */
  accept?: string;
  onFiles: (files: readonly File[]) => void;
}

/** Takes files by a button, or dropped on it. Whoever cannot drag uses the button: it does the same. */
export function FileDrop({ label, hint, accept, onFiles }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const hintId = useId();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
      className={classes(
        'flex flex-wrap items-center gap-x-5 gap-y-3 rounded-panel border border-dashed bg-surface px-5 py-5',
        isOver ? 'border-accent' : 'border-line',
      )}
    >
      <Button icon={Upload} aria-describedby={hintId} onPress={() => input.current?.click()}>
        {label}
      </Button>
      <p id={hintId} className="measure min-w-0 grow text-muted">
        {hint}
      </p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={accept}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])]);
          // The same file chosen again is a choice again.
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
