import { useTranslation } from 'react-i18next';
import { DataTable } from './data-table.js';
import { type Change, differencesOf } from './differences.js';

export interface DiffTableProps {
  caption: string;
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  /** The words for a field; its own name where there are none. */
  labelOf?: (field: string) => string;
}

const wordsOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);

/** The sign is beside the value and not in it: whoever copies the value copies no sign. */
function Side({ change, side }: { change: Change; side: 'before' | 'after' }) {
  const { t } = useTranslation('common');
  if (!(side in change)) return <span className="text-muted">{t('diff.nothing')}</span>;
  const Mark = side === 'before' ? 'del' : 'ins';
  return (
    <span className="flex gap-2">
      <span aria-hidden className="font-mono font-semibold">
        {side === 'before' ? '−' : '+'}
      </span>
      <Mark className={side === 'before' ? 'min-w-0 text-bad' : 'min-w-0 text-ok no-underline'}>
        <bdi className="break-words">{wordsOf(change[side])}</bdi>
      </Mark>
    </span>
  );
}

/** What was, and what is: only that which differs. */
export function DiffTable({ caption, before, after, labelOf = (field) => field }: DiffTableProps) {
  const { t } = useTranslation('common');
  return (
    <DataTable
      caption={caption}
      rows={differencesOf(before, after)}
      rowKey={({ field }) => field}
      empty={<p className="text-muted">{t('diff.same')}</p>}
      columns={[
        { id: 'field', label: t('diff.field'), cell: ({ field }) => labelOf(field) },
        { id: 'before', label: t('diff.before'), cell: (change) => <Side change={change} side="before" /> },
        { id: 'after', label: t('diff.after'), cell: (change) => <Side change={change} side="after" /> },
      ]}
    />
  );
}
