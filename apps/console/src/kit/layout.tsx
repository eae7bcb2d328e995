import { ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { classes } from './class-names.js';

export interface Crumb {
  label: string;
  to: string;
}

/** The way up. The page itself is not in it: its heading says where one is. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useTranslation('common');
  return (
    <nav aria-label={t('breadcrumbs')}>
      <ol className="flex flex-wrap items-center gap-1 text-sm">
        {crumbs.map(({ label, to }) => (
          <li key={to} className="flex items-center gap-1">
            <Link to={to} className="link inline-flex min-h-6 items-center">
              {label}
            </Link>
            <ChevronRight aria-hidden size={14} className="text-muted rtl:rotate-180" />
          </li>
        ))}
      </ol>
    </nav>
  );
}

export interface PageHeaderProps {
  title: string;
  /** For the window's title, where the heading shows more than words. */
  lead?: ReactNode;
  crumbs?: readonly Crumb[];
  /** Buttons; the most important one first. */
  actions?: ReactNode;
  /** A tag beside the heading. */
  tag?: ReactNode;
}

/** Sets the window's title to `<page> · <agency> · Belfry`; the shell keeps the agency's name in `data-agency`. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    const agency = document.documentElement.dataset['agency'];
    document.title = [title, agency, 'Belfry'].filter(Boolean).join(' · ');
  }, [title]);
}

/** The one heading of a page. It takes the focus when the page opens. */
export function PageHeader({ title, lead, crumbs, actions, tag }: PageHeaderProps) {
  usePageTitle(title);
  return (
    <header className="grid gap-2">
      {crumbs && <Breadcrumbs crumbs={crumbs} />}
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 gap-1">
          <div className="flex flex-wrap items-center gap-3">
            <h1 tabIndex={-1} className="text-h1 font-bold text-balance" dir="auto">
              {title}
            </h1>
            {tag}
          </div>
          {lead && <div className="measure text-muted">{lead}</div>}
        </div>
        {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
      </div>
    </header>
  );
}

/** What every page is wrapped in: one column with even distances. */
export function PageBody({ children, width = 'full' }: { children: ReactNode; width?: 'full' | 'reading' }) {
  return (
    <div className={classes('grid grid-cols-[minmax(0,1fr)] gap-6', width === 'reading' && 'max-w-3xl')}>
      {children}
    </div>
  );
}

export interface PanelProps {
  title?: string;
  /** The heading's level; 2 stands directly under the page's heading. */
  level?: 2 | 3;
  actions?: ReactNode;
  children: ReactNode;
  /** Without padding, for tables. */
  isFlush?: boolean;
}

/** A part of a page, with a heading of its own. */
export function Panel({ title, level = 2, actions, children, isFlush }: PanelProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section
      {...(title ? { 'aria-labelledby': id } : {})}
      className="grid grid-cols-[minmax(0,1fr)] gap-4 rounded-panel border border-line-soft bg-surface py-5"
    >
      {(title || actions) && (
        <div className="flex flex-wrap items-center justify-between gap-3 px-5">
          {title && (
            <Heading id={id} className={classes('font-bold', level === 2 ? 'text-h2' : 'text-h3')}>
              {title}
            </Heading>
          )}
          {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
        </div>
      )}
      <div className={classes('grid grid-cols-[minmax(0,1fr)] gap-4', !isFlush && 'px-5')}>{children}</div>
    </section>
  );
}

export interface Fact {
  label: string;
  value: ReactNode;
  /** "Change": leads to the page of this one fact. */
  action?: ReactNode;
}

/** Facts as pairs of word and value. */
export function DescriptionList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid">
      {facts.map(({ label, value, action }) => (
        <div
          key={label}
          className="grid gap-x-6 gap-y-0.5 border-t border-line-soft py-3 first:border-t-0 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_auto]"
        >
          <dt className="font-semibold text-muted">{label}</dt>
          <dd className="min-w-0">{value}</dd>
          {action && <dd className="sm:text-end">{action}</dd>}
        </div>
      ))}
    </dl>
  );
}
