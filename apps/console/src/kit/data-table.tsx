import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { classes } from './class-names.js';
import { ErrorState, Skeleton } from './states.js';

export interface Column<T> {
  id: string;
  label: string;
  /** The first column holds the link to the row's page. */
  cell: (row: T) => ReactNode;
  /** Numbers stand at the end, with figures of equal width. */
  isNumber?: boolean;
  /** Keeps to one line. */
  isShort?: boolean;
}

/** What `useList` gives; a plain array is a list with one page. */
export interface PagedList<T> {
  data?: { pages: readonly { data: readonly T[] }[] } | undefined;
  error: unknown;
  isPending: boolean;
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
  refetch: () => unknown;
}

export interface DataTableProps<T> {
  /** Says what the table holds; read out, and shown only if `isCaptionShown`. */
  caption: string;
  isCaptionShown?: boolean;
  columns: readonly Column<T>[];
  rows?: readonly T[];
  list?: PagedList<T>;
  rowKey: (row: T) => string;
  /** Shown instead of the table when it has no row: EmptyState or NoResults. */
  empty: ReactNode;
  /** Marks a row that stands out. */
  isMarked?: (row: T) => boolean;
}

function Rows<T>({
  columns,
  rows,
  rowKey,
  isMarked,
}: Pick<DataTableProps<T>, 'columns' | 'rowKey' | 'isMarked'> & { rows: readonly T[] }) {
  return (
    <tbody className="block sm:table-row-group">
      {rows.map((row) => (
        <tr
          key={rowKey(row)}
          className={classes(
            'block border-t border-line-soft px-4 py-3 sm:table-row sm:h-row sm:px-0 sm:py-0',
            isMarked?.(row) && 'bg-primary-soft',
          )}
        >
          {columns.map((column, index) => {
            const Cell = index === 0 ? 'th' : 'td';
            return (
              <Cell
                key={column.id}
                {...(index === 0 ? { scope: 'row' as const } : {})}
                className={classes(
                  'grid grid-cols-[minmax(6rem,35%)_minmax(0,1fr)] gap-3 py-1 text-start align-middle font-normal sm:table-cell sm:px-4 sm:py-2',
                  column.isNumber && 'tabular-nums sm:text-end',
                  column.isShort && 'sm:whitespace-nowrap',
                )}
              >
                <span className="text-sm font-semibold text-muted sm:hidden" aria-hidden={index === 0 || undefined}>
                  {column.label}
                </span>
                <span className="min-w-0">{column.cell(row)}</span>
              </Cell>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}

function MoreRows<T>({ list, count }: { list: PagedList<T>; count: number }) {
  const { t } = useTranslation('common');
  return (
    <div className="flex flex-wrap items-center gap-4">
      <p role="status" className="text-muted">
        {t('shown', { count })}
      </p>
      {list.hasNextPage && (
        <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {t('loadMore')}
        </Button>
      )}
    </div>
  );
}

/** A real table; under 640 px each row is a card. The link or button of a row is in its first cell. */
export function DataTable<T>({
  caption,
  isCaptionShown,
  columns,
  rows,
  list,
  rowKey,
  empty,
  isMarked,
}: DataTableProps<T>) {
  const all = rows ?? list?.data?.pages.flatMap((page) => page.data) ?? [];
  if (list?.error && all.length === 0) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list?.isPending) return <Skeleton lines={6} />;
  if (all.length === 0) return <>{empty}</>;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="overflow-x-auto rounded-panel border border-line-soft bg-surface">
        <table className="block w-full border-collapse sm:table">
          <caption className={isCaptionShown ? 'px-4 py-3 text-start font-semibold' : 'sr-only'}>{caption}</caption>
          <thead className="sr-only sm:not-sr-only sm:table-header-group">
            <tr className="sm:bg-sunken">
              {columns.map((column) => (
                <th
                  key={column.id}
                  scope="col"
                  className={classes(
                    'px-4 py-2 text-start text-sm font-semibold text-muted',
                    column.isNumber && 'sm:text-end',
                  )}
                >
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <Rows columns={columns} rows={all} rowKey={rowKey} {...(isMarked ? { isMarked } : {})} />
        </table>
      </div>
      {list && <MoreRows list={list} count={all.length} />}
    </div>
  );
}
