import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';
import { useSearchParams } from 'react-router';

export interface TabItem {
  id: string;
  label: string;
  content: ReactNode;
}

/** The open tab is in the address, so that a link leads to it. */
export function Tabs({ label, tabs, param = 'tab' }: { label: string; tabs: readonly TabItem[]; param?: string }) {
  const [search, setSearch] = useSearchParams();
  const wanted = search.get(param);
  const selected = tabs.some(({ id }) => id === wanted) ? wanted : tabs[0]?.id;
  const select = (id: string) =>
    setSearch(
      (kept) => {
        kept.set(param, id);
        return kept;
      },
      { replace: true },
    );
  return (
    <AriaTabs
      selectedKey={selected ?? ''}
      onSelectionChange={(key) => select(String(key))}
      className="grid grid-cols-[minmax(0,1fr)] gap-5"
    >
      <TabList aria-label={label} className="flex flex-wrap gap-1 border-b border-line-soft">
        {tabs.map(({ id, label: word }) => (
          <Tab
            key={id}
            id={id}
            className={
              'min-h-ctl cursor-pointer rounded-t-control border-b-3 border-transparent px-4 py-2 font-semibold text-muted ' +
              'hover:text-ink data-[selected]:border-primary data-[selected]:text-primary'
            }
          >
            {word}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className="grid grid-cols-[minmax(0,1fr)] gap-5">
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
