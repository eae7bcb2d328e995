import { type ReactTable, type Row, tableFeatures, useTable } from '@tanstack/react-table';
import { type ReactNode, type Ref, useMemo } from 'react';
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
  /** Of a LongTable: its columns keep their widths while rows come and go. The others share what is left. */
  width?: string;
}

/** What `useList` gives. */
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

type ColumnLook = Pick<Column<unknown>, 'label' | 'isNumber' | 'isShort' | 'width'>;

/** Sorting, filtering and paging are the API's. */
const FEATURES = tableFeatures({ columnMeta: {} as ColumnLook });

export type TableModel<T extends object> = ReactTable<typeof FEATURES, T>;
export type TableRow<T extends object> = Row<typeof FEATURES, T>;

export function useTableModel<T extends object>({ columns, rows, list, rowKey }: DataTableProps<T>): TableModel<T> {
  const data = useMemo(() => rows ?? list?.data?.pages.flatMap((page) => page.data) ?? [], [rows, list?.data]);
  return useTable({
    features: FEATURES,
    data,
    getRowId: rowKey,
    columns: columns.map(({ id, cell, ...meta }) => ({
      id,
      header: meta.label,
      cell: ({ row }) => cell(row.original),
      meta,
    })),
  });
}

/** Loading, broken, empty, or the table with what can be loaded below it. */
export function TableFrame<T extends object>({ table, of, children }: FrameProps<T>) {
  const { list, empty } = of;
  const { length } = table.getRowModel().rows;
  if (list?.error && length === 0) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (list?.isPending) return <Skeleton lines={6} />;
  if (length === 0) return <>{empty}</>;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="overflow-x-auto rounded-panel border border-line-soft bg-surface">{children}</div>
      {list && <MoreRows list={list} count={length} />}
    </div>
  );
}

interface FrameProps<T extends object> {
  table: TableModel<T>;
  of: DataTableProps<T>;
  children: ReactNode;
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

export function TableHead<T extends object>({ table }: { table: TableModel<T> }) {
  return (
    <thead className="sr-only sm:not-sr-only sm:table-header-group">
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} className="sm:bg-sunken">
          {group.headers.map((header) => (
            <th
              key={header.id}
              scope="col"
              style={{ inlineSize: header.column.columnDef.meta?.width }}
              className={classes(
                'px-4 py-2 text-start text-sm font-semibold text-muted',
                header.column.columnDef.meta?.isNumber && 'sm:text-end',
              )}
            >
              <table.FlexRender header={header} />
            </th>
          ))}
        </tr>
      ))}
    </thead>
  );
}

interface RowViewProps<T extends object> {
  table: TableModel<T>;
  row: TableRow<T>;
  isMarked: ((row: T) => boolean) | undefined;
  /** Where it stands, when only a part of the rows is on the page. */
  index?: number;
  ref?: Ref<HTMLTableRowElement>;
}

/** Under 640 px it is a card; its first cell is its name and holds its link. */
export function RowView<T extends object>({ table, row, isMarked, index, ref }: RowViewProps<T>) {
  return (
    <tr
      ref={ref}
      {...(index === undefined ? {} : { 'data-index': index, 'aria-rowindex': index + 2 })}
      className={classes(
        'block border-t border-line-soft px-4 py-3 sm:table-row sm:h-row sm:px-0 sm:py-0',
        isMarked?.(row.original) && 'bg-primary-soft',
      )}
    >
      {row.getAllCells().map((cell, at) => {
        const Cell = at === 0 ? 'th' : 'td';
        const { label, isNumber, isShort } = cell.column.columnDef.meta ?? {};
        return (
          <Cell
            key={cell.id}
            {...(at === 0 ? { scope: 'row' as const } : {})}
            className={classes(
              'grid grid-cols-[minmax(6rem,35%)_minmax(0,1fr)] gap-3 py-1 text-start align-middle font-normal sm:table-cell sm:px-4 sm:py-2',
              isNumber && 'tabular-nums sm:text-end',
              isShort && 'sm:whitespace-nowrap',
            )}
          >
            <span className="text-sm font-semibold text-muted sm:hidden" aria-hidden={at === 0 || undefined}>
              {label}
            </span>
            <span className="min-w-0">
              <table.FlexRender cell={cell} />
            </span>
          </Cell>
        );
      })}
    </tr>
  );
}

export function TableCaption({ caption, isCaptionShown }: Pick<DataTableProps<unknown>, 'caption' | 'isCaptionShown'>) {
  return <caption className={isCaptionShown ? 'px-4 py-3 text-start font-semibold' : 'sr-only'}>{caption}</caption>;
}
