import type { LucideIcon } from 'lucide-react';
import { Check, Circle, CircleDot, Clock, OctagonAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Tag, type Tone } from './banner.js';
import { TextLink } from './button.js';
import { classes } from './class-names.js';
import { Num, Time } from './values.js';

export interface TimelineStep {
  id: string;
  title: ReactNode;
  at?: string;
  detail?: ReactNode;
  tone?: Tone;
}

const TONE_ICONS: Record<Tone, LucideIcon> = {
  ok: Check,
  bad: OctagonAlert,
  warn: Clock,
  info: CircleDot,
  neutral: Circle,
};
const TONE_TEXT: Record<Tone, string> = {
  ok: 'text-ok',
  bad: 'text-bad',
  warn: 'text-warn',
  info: 'text-info',
  neutral: 'text-muted',
};

/** What happened, in order. */
export function StatusTimeline({ steps, label }: { steps: readonly TimelineStep[]; label: string }) {
  return (
    <ol aria-label={label} className="grid">
      {steps.map(({ id, title, at, detail, tone = 'neutral' }, index) => {
        const Icon = TONE_ICONS[tone];
        return (
          <li key={id} className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-3">
            <span aria-hidden className={classes('grid justify-items-center', TONE_TEXT[tone])}>
              <Icon size={18} className="mt-1" />
              {index < steps.length - 1 && <span className="w-px grow bg-line-soft" />}
            </span>
            <div className="pb-4">
              <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="font-semibold">{title}</span>
                {at && (
                  <span className="text-sm text-muted">
                    <Time at={at} show="seconds" />
                  </span>
                )}
              </p>
              {detail && <div className="measure text-muted">{detail}</div>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}

export interface Task {
  id: string;
  title: string;
  /** Leads to where it is done. */
  to?: string;
  /** Why it is asked, and who can do it. */
  hint?: ReactNode;
  status: { label: string; tone: Tone };
  /** Date and person. */
  note?: ReactNode;
  actions?: ReactNode;
}

/** Tasks with their state in words. */
export function TaskList({ tasks, label }: { tasks: readonly Task[]; label: string }) {
  return (
    <ul aria-label={label} className="grid">
      {tasks.map((task) => (
        <li
          key={task.id}
          className="grid gap-x-6 gap-y-1 border-t border-line-soft py-3 first:border-t-0 sm:grid-cols-[minmax(0,1fr)_auto]"
        >
          <div className="grid min-w-0 gap-0.5">
            <p>
              {task.to ? (
                <TextLink to={task.to}>{task.title}</TextLink>
              ) : (
                <span className="font-semibold">{task.title}</span>
              )}
            </p>
            {task.hint && <div className="measure text-sm text-muted">{task.hint}</div>}
            {task.note && <div className="text-sm text-muted">{task.note}</div>}
            {task.actions && <div className="mt-1 flex flex-wrap gap-3">{task.actions}</div>}
          </div>
          <div className="justify-self-start sm:justify-self-end">
            <Tag tone={task.status.tone}>{task.status.label}</Tag>
          </div>
        </li>
      ))}
    </ul>
  );
}

export interface ProgressPanelProps {
  title: string;
  done: number;
  of: number;
  /** "18 a second, done at 10:40" */
  note?: ReactNode;
  actions?: ReactNode;
}

/** Long work, told in numbers and words; read out at each quarter only. */
export function ProgressPanel({ title, done, of, note, actions }: ProgressPanelProps) {
  const { t } = useTranslation('common');
  const id = useId();
  const quarter = of > 0 ? Math.floor((done / of) * 4) : 0;
  return (
    <div className="grid gap-2 rounded-panel border border-line-soft bg-surface p-5">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <p id={id} className="font-bold">
          {title}
        </p>
        <p className="tabular-nums">{t('doneOf', { done, of })}</p>
      </div>
      <progress
        aria-labelledby={id}
        value={done}
        max={of}
        className="h-3 w-full appearance-none overflow-hidden rounded-full border border-line bg-sunken [&::-moz-progress-bar]:bg-primary [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-primary"
      />
      <span role="status" className="sr-only">
        {quarter > 0 ? t('quarterDone', { percent: quarter * 25 }) : ''}
      </span>
      {(note || actions) && (
        <div className="flex flex-wrap items-center justify-between gap-3">
          <div className="text-muted">{note}</div>
          {actions && <div className="flex flex-wrap gap-3">{actions}</div>}
        </div>
      )}
    </div>
  );
}

/** How much of a limit is used, with the sentence that says it. */
export function Meter({ label, value, limit }: { label: string; value: number; limit: number }) {
  const { t } = useTranslation('common');
  const id = useId();
  return (
    <div className="grid gap-1">
      <p className="flex flex-wrap items-baseline justify-between gap-3">
        <span id={id} className="font-semibold">
          {label}
        </span>
        <span className="tabular-nums">
          <Num value={value} /> <span className="text-muted">{t('ofLimit', { limit })}</span>
        </span>
      </p>
      <meter aria-labelledby={id} value={value} min={0} max={limit} high={limit * 0.9} className="h-3 w-full" />
    </div>
  );
}

export interface Step {
  id: string;
  label: string;
  to?: string;
  status: 'done' | 'now' | 'later';
}

/** The steps of something longer; earlier ones can be opened again. */
export function Stepper({ steps, label }: { steps: readonly Step[]; label: string }) {
  const { t } = useTranslation('common');
  return (
    <nav aria-label={label}>
      <ol className="flex flex-wrap gap-x-6 gap-y-2 border-b border-line-soft pb-3">
        {steps.map(({ id, label: word, to, status }, index) => (
          <li
            key={id}
            {...(status === 'now' ? { 'aria-current': 'step' as const } : {})}
            className="flex items-center gap-2"
          >
            <span
              aria-hidden
              className={classes(
                'flex size-7 items-center justify-center rounded-full border text-sm font-bold',
                status === 'now' && 'border-transparent bg-primary text-on-primary',
                status === 'done' && 'border-primary bg-primary-soft text-primary',
                status === 'later' && 'border-line text-muted',
              )}
            >
              {status === 'done' ? <Check size={16} /> : index + 1}
            </span>
            {to && status !== 'now' ? (
              <TextLink to={to}>{word}</TextLink>
            ) : (
              <span className={status === 'now' ? 'font-bold' : 'text-muted'}>{word}</span>
            )}
            <span className="sr-only">{t(`step.${status}`)}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
