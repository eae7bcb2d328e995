import { type DataTableProps, RowView, TableCaption, TableFrame, TableHead, useTableModel } from './table-parts.js';

/** A real table; under 640 px each row is a card. The link or button of a row is in its first cell. */
export function DataTable<T extends object>(props: DataTableProps<T>) {
  const table = useTableModel(props);
  return (
    <TableFrame table={table} of={props}>
      <table className="block w-full border-collapse sm:table">
        <TableCaption {...props} />
        <TableHead table={table} />
        <tbody className="block sm:table-row-group">
          {table.getRowModel().rows.map((row) => (
            <RowView key={row.id} table={table} row={row} isMarked={props.isMarked} />
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
