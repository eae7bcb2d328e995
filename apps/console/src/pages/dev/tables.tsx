import { Download } from 'lucide-react';
import {
  Button,
  Code,
  type Column,
  DataTable,
  DiffTable,
  EmptyState,
  FilterBar,
  LongTable,
  Name,
  NoResults,
  Num,
  Panel,
  Tag,
  TextLink,
  Time,
} from '../../kit/index.js';
import { LANGUAGES, NOW, ROWS } from './examples.js';

export function Tables() {
  return (
    <Panel title="Table and filters">
      <FilterBar
        filters={[
          { name: 'q', label: 'Find' },
          { name: 'language', label: 'Language', choices: LANGUAGES },
          { name: 'since', label: 'Since', type: 'date' },
        ]}
        actions={<Button icon={Download}>Export</Button>}
      />
      <DataTable
        caption="Entries"
        rows={ROWS}
        rowKey={({ id }) => id}
        empty={<EmptyState title="No entry" />}
        columns={[
          { id: 'id', label: 'Entry', isShort: true, cell: ({ id }) => <Code>{id}</Code> },
          { id: 'at', label: 'When', isShort: true, cell: () => <Time at={NOW} show="exact" /> },
          { id: 'who', label: 'Who', cell: ({ who }) => <Name>{who}</Name> },
          {
            id: 'what',
            label: 'What happened',
            cell: ({ what, failed }) => (failed ? <Tag tone="bad">Failed</Tag> : what),
          },
          { id: 'count', label: 'People', isNumber: true, cell: ({ count }) => <Num value={count} /> },
        ]}
      />
      <DataTable
        caption="An empty table"
        rows={[]}
        rowKey={() => ''}
        columns={[]}
        empty={
          <EmptyState title="No keys yet" action={<Button kind="primary">Make a key</Button>}>
            Programs need one to send messages.
          </EmptyState>
        }
      />
      <NoResults onClear={() => undefined} />
    </Panel>
  );
}

const MANY = 10_000;

const ENTRIES = Array.from({ length: MANY }, (_, index) => ({
  ...(ROWS[index % ROWS.length] ?? { who: '', what: '', count: 0 }),
  id: String(MANY - index),
}));

const COLUMNS: Column<(typeof ENTRIES)[number]>[] = [
  {
    id: 'id',
    label: 'Entry',
    width: '7rem',
    cell: ({ id }) => (
      <TextLink to="/dev/kit">
        <Num value={Number(id)} />
      </TextLink>
    ),
  },
  { id: 'at', label: 'When', width: '13rem', cell: () => <Time at={NOW} show="exact" /> },
  { id: 'who', label: 'Who', cell: ({ who }) => <Name>{who}</Name> },
  { id: 'what', label: 'What happened', cell: ({ what }) => what },
  { id: 'count', label: 'People', isNumber: true, width: '7rem', cell: ({ count }) => <Num value={count} /> },
];

export function Diffs() {
  return (
    <Panel title="Differences">
      <DiffTable
        caption="What was changed"
        before={{ name: 'Ministry of Health', quota: { daily: 1000 }, roles: ['editor'], country: 'GB' }}
        after={{
          name: 'Ministry of Health',
          quota: { daily: 5000 },
          roles: ['editor', 'auditor'],
          legalName: 'وزارة الصحة',
        }}
      />
    </Panel>
  );
}

/** As many as the log of a year: only those in the window are on the page. */
export function ManyRows() {
  return (
    <Panel title="A long table">
      <LongTable caption="Ten thousand entries" rows={ENTRIES} rowKey={({ id }) => id} columns={COLUMNS} empty={null} />
    </Panel>
  );
}
