import { ListFilter, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Button } from './button.js';
import { classes } from './class-names.js';
import type { Choice } from './field-parts.js';
import { Select } from './select.js';
import { TextField } from './text-fields.js';

export interface Filter {
  /** Its name in the address. */
  name: string;
  label: string;
  /** Without choices it is a text field, used after Enter. */
  choices?: readonly Choice[];
  type?: 'text' | 'date' | 'datetime-local';
}

const ANY = '*';

/** The filters of a page, kept in the address: `const { values, clear } = useFilters(['state', 'q'])`. */
export function useFilters<N extends string>(
  names: readonly N[],
): { values: Partial<Record<N, string>>; isFiltered: boolean; clear: () => void } {
  const [search, setSearch] = useSearchParams();
  const values = Object.fromEntries(
    names.flatMap((name) => (search.get(name) ? [[name, search.get(name)]] : [])),
  ) as Partial<Record<N, string>>;
  const clear = () =>
    setSearch((kept) => {
      for (const name of names) kept.delete(name);
      return kept;
    });
  return { values, isFiltered: Object.keys(values).length > 0, clear };
}

function FilterField({
  filter,
  value,
  onChange,
}: {
  filter: Filter;
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useTranslation('common');
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  // Back, or a filter taken away: the field follows, and stays the same one, so that it keeps the focus.
  if (shown !== value) {
    setShown(value);
    setText(value);
  }
  if (filter.choices) {
    const choices = [{ value: ANY, label: t('any') }, ...filter.choices];
    return (
      <Select
        label={filter.label}
        choices={choices}
        value={value || ANY}
        onChange={(next) => onChange(next === ANY ? '' : next)}
      />
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onChange(text.trim());
      }}
    >
      <TextField
        label={filter.label}
        type={filter.type ?? 'text'}
        value={text}
        onChange={setText}
        onBlur={() => text.trim() !== value && onChange(text.trim())}
      />
    </form>
  );
}

/** Filters, kept in the address and shown as chips that can be taken away. On small screens they fold. */
export function FilterBar({ filters, actions }: { filters: readonly Filter[]; actions?: ReactNode }) {
  const { t } = useTranslation('common');
  const [search, setSearch] = useSearchParams();
  const [isOpen, setOpen] = useState(false);
  const set = (name: string, value: string) =>
    setSearch((kept) => {
      if (value) kept.set(name, value);
      else kept.delete(name);
      return kept;
    });
  const active = filters.filter(({ name }) => search.get(name));
  const wordsOf = ({ name, label, choices }: Filter) => {
    const value = search.get(name) ?? '';
    return `${label}: ${choices?.find((choice) => choice.value === value)?.label ?? value}`;
  };
  return (
    <div className="grid gap-3">
      <div className="sm:hidden">
        <Button icon={ListFilter} aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {t('filters', { count: active.length })}
        </Button>
      </div>
      <div className={classes('flex-wrap items-end gap-3 sm:flex', isOpen ? 'grid' : 'hidden')}>
        {filters.map((filter) => (
          <div key={filter.name} className="min-w-0 sm:w-52">
            <FilterField
              filter={filter}
              value={search.get(filter.name) ?? ''}
              onChange={(value) => set(filter.name, value)}
            />
          </div>
        ))}
        {actions && <div className="ms-auto flex flex-wrap gap-3">{actions}</div>}
      </div>
      {active.length > 0 && (
        <ul aria-label={t('activeFilters')} className="flex flex-wrap gap-2">
          {active.map((filter) => (
            <li key={filter.name}>
              <button
                type="button"
                onClick={() => set(filter.name, '')}
                className="inline-flex min-h-8 cursor-pointer items-center gap-2 rounded-full border border-line bg-surface px-3 text-sm font-semibold hover:bg-sunken"
              >
                <span className="sr-only">{t('removeFilter')} </span>
                {wordsOf(filter)}
                <X aria-hidden size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
