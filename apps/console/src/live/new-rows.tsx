import { ArrowUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../kit/index.js';

export interface NewRowsProps {
  isShown: boolean;
  /** "12 new entries" */
  label: string;
  onShow: () => Promise<void>;
}

/** Stands above a list that has grown: the list moves when the person wants it to. */
export function NewRows({ isShown, label, onShow }: NewRowsProps) {
  const place = useRef<HTMLDivElement>(null);
  const [isBusy, setBusy] = useState(false);
  async function show(): Promise<void> {
    setBusy(true);
    await onShow();
    setBusy(false);
    // The button is gone; the focus stays where the new rows begin.
    place.current?.focus();
  }
  return (
    <div ref={place} tabIndex={-1} role="status" className={isShown ? 'outline-none' : 'sr-only'}>
      {isShown && (
        <Button icon={ArrowUp} isPending={isBusy} onPress={() => void show()}>
          {label}
        </Button>
      )}
    </div>
  );
}
