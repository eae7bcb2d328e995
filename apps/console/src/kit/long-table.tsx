import { defaultRangeExtractor, type Range, useWindowVirtualizer } from '@tanstack/react-virtual';
import { type FocusEvent, Fragment, useRef, useState } from 'react';
import {
  type DataTableProps,
  RowView,
  TableCaption,
  TableFrame,
  TableHead,
  type TableModel,
  useTableModel,
} from './table-parts.js';

/** Before a row has been measured: one line of a table, and a card. */
const ROW_PX = 50;
const CARD_PX = 230;
/** The first page of a list stands whole, to be printed and searched. */
const PAGE_ROWS = 50;
/** Rows above and below the window, so that the Tab key always finds the next one. */
const AROUND = 6;

const estimatedHeight = (): number => (matchMedia('(min-width: 640px)').matches ? ROW_PX : CARD_PX);

/** How far down the page the rows begin; it moves when filters unfold above them. */
function useTop(): [number, (rows: HTMLElement | null) => (() => void) | undefined] {
  const [top, setTop] = useState(0);
  const observe = useRef((rows: HTMLElement | null) => {
    if (!rows) return undefined;
    const measure = () => setTop(Math.round(rows.getBoundingClientRect().top + window.scrollY));
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    measure();
    return () => observer.disconnect();
  });
  return [top, observe.current];
}

/** The room that rows take which are not on the page. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className="block sm:table-row">
      <td className="block p-0 sm:table-cell" style={{ blockSize: height }} />
    </tr>
  );
}

interface WindowProps<T extends object> {
  table: TableModel<T>;
  isMarked: ((row: T) => boolean) | undefined;
}

function RowsInWindow<T extends object>({ table, isMarked }: WindowProps<T>) {
  const { rows } = table.getRowModel();
  const [scrollMargin, ref] = useTop();
  const [focused, setFocused] = useState<number>();
  // A row that has the focus stays, however far one scrolls: the keyboard goes on from there.
  const rangeExtractor = (range: Range) => {
    const shown = defaultRangeExtractor(range);
    const isKept = focused !== undefined && focused < range.count && !shown.includes(focused);
    return isKept ? [...shown, focused].sort((a, b) => a - b) : shown;
  };
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: estimatedHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: rows.length <= PAGE_ROWS ? rows.length : AROUND,
    scrollMargin,
    rangeExtractor,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const endOf = (at: number): number => items[at]?.end ?? scrollMargin;
  const rowOf = ({ target }: FocusEvent): number => Number(target.closest('tr')?.dataset['index']);
  return (
    <tbody
      ref={ref}
      className="block sm:table-row-group"
      onFocus={(event) => setFocused(rowOf(event))}
      onBlur={() => setFocused(undefined)}
    >
      {items.map(({ key, index, start }, at) => {
        const row = rows[index];
        return (
          row && (
            <Fragment key={key}>
              <Gap height={start - endOf(at - 1)} />
              <RowView ref={virtualizer.measureElement} table={table} row={row} index={index} isMarked={isMarked} />
            </Fragment>
          )
        );
      })}
      <Gap height={virtualizer.getTotalSize() + scrollMargin - endOf(items.length - 1)} />
    </tbody>
  );
}

/** For lists of thousands: a DataTable that has only those rows on the page which are in the window. */
export function LongTable<T extends object>(props: DataTableProps<T>) {
  const table = useTableModel(props);
  const { length } = table.getRowModel().rows;
  return (
    <TableFrame table={table} of={props}>
      {/* How many there are is known once the last page is loaded. */}
      <table
        aria-rowcount={props.list?.hasNextPage ? -1 : length + 1}
        className="block w-full border-collapse sm:table sm:min-w-[44rem] sm:table-fixed"
      >
        <TableCaption {...props} />
        <TableHead table={table} />
        <RowsInWindow table={table} isMarked={props.isMarked} />
      </table>
    </TableFrame>
  );
}
