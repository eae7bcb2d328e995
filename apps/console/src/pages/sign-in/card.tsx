import type { ReactNode } from 'react';
import { PageHeader } from '../../kit/index.js';

/** A narrow column for the pages before one is inside. */
export function Card({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <div className="mx-auto grid max-w-lg grid-cols-[minmax(0,1fr)] gap-6 rounded-panel border border-line-soft bg-surface p-5 sm:p-8">
      <PageHeader title={title} lead={lead} />
      {children}
    </div>
  );
}
