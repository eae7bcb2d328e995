import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './class-names.js';

export type Tone = 'info' | 'ok' | 'warn' | 'bad' | 'neutral';

const TONES: Record<Tone, string> = {
  info: 'bg-info-soft text-info',
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  neutral: 'bg-sunken text-muted',
};

const EDGES: Record<Tone, string> = {
  info: 'border-info/30',
  ok: 'border-ok/30',
  warn: 'border-warn/30',
  bad: 'border-bad/40',
  neutral: 'border-line-soft',
};

const ICONS = { info: Info, ok: CircleCheck, warn: TriangleAlert, bad: CircleAlert, neutral: Info };

export interface BannerProps {
  tone?: Tone;
  title: ReactNode;
  children?: ReactNode;
  /** Buttons or links. */
  actions?: ReactNode;
}

/** Something one should know on this page. Says it in words: the colour only repeats it. */
export function Banner({ tone = 'info', title, children, actions }: BannerProps) {
  const Icon = ICONS[tone];
  return (
    <div className={classes('flex gap-3 rounded-panel border px-4 py-3', TONES[tone], EDGES[tone])}>
      <Icon aria-hidden size={20} className="mt-0.5 shrink-0" />
      <div className="grid min-w-0 grow gap-1">
        <p className="font-bold">{title}</p>
        {children && <div className="measure text-ink">{children}</div>}
        {actions && <div className="mt-1 flex flex-wrap gap-3">{actions}</div>}
      </div>
    </div>
  );
}

/** A state in a word or two. In lists only what is not normal gets a tone. */
export function Tag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classes(
        'inline-flex items-center rounded-full border border-transparent px-2.5 py-0.5 text-sm font-semibold whitespace-nowrap',
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
