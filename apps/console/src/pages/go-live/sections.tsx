import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoLive, GoLiveTask } from '../../api/types.js';
import { Panel, type Task, TaskList, Time, type Tone } from '../../kit/index.js';
import { PersonName } from '../../session/person-name.js';
import { Comments } from './comments.js';

const TONES: Record<GoLiveTask['status'], Tone> = {
  done: 'ok',
  'to-do': 'neutral',
  'waiting-whatsapp': 'info',
  'waiting-us': 'info',
  'needs-change': 'warn',
};

interface SectionsProps {
  sections: GoLive['sections'];
  /** Where a task is done, for who can go there. */
  linkOf?: (task: GoLiveTask) => string | undefined;
  actionsOf?: (task: GoLiveTask) => ReactNode;
}

function Done({ task: { doneAt, doneBy } }: { task: GoLiveTask }) {
  const { t } = useTranslation('go-live');
  if (!doneAt) return null;
  return (
    <p>
      {t('doneAt')} <Time at={doneAt} show="exact" />
      {doneBy && (
        <>
          {' · '}
          <PersonName id={doneBy} unknown={t('somebody')} />
        </>
      )}
    </p>
  );
}

/** The checklist: every task with why it is asked, who can do it, and how it stands. */
export function Sections({ sections, linkOf, actionsOf }: SectionsProps) {
  const { t } = useTranslation('go-live');
  const toTask = (task: GoLiveTask): Task => {
    const to = linkOf?.(task);
    return {
      id: task.key,
      title: t(`tasks.${task.key}.title`),
      ...(to ? { to } : {}),
      hint: `${t(`tasks.${task.key}.why`)} ${t('who', { role: t(`roles.${task.who}`) })}`,
      status: {
        label: t(task.optional && task.status === 'to-do' ? 'optional' : `status.${task.status}`),
        tone: TONES[task.status],
      },
      note: (
        <div className="grid gap-2">
          <Done task={task} />
          <Comments comments={task.comments} />
        </div>
      ),
      actions: actionsOf?.(task),
    };
  };
  return sections.map(({ key, tasks }) => (
    <Panel key={key} title={t(`sections.${key}`)}>
      <TaskList label={t(`sections.${key}`)} tasks={tasks.map(toTask)} />
    </Panel>
  ));
}
