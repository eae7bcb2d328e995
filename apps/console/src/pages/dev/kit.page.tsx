import { Download, Plus, Trash2 } from 'lucide-react';
import { type ReactNode } from 'react';
import { ApiError } from '../../api/problem.js';
import {
  Banner,
  Button,
  Code,
  Copyable,
  DescriptionList,
  ErrorState,
  LinkButton,
  later,
  Menu,
  Meter,
  Name,
  Num,
  PageBody,
  PageHeader,
  Panel,
  ProgressPanel,
  Skeleton,
  Sparkline,
  Stale,
  StatusTimeline,
  Stepper,
  Tabs,
  Tag,
  TaskList,
  Time,
  tellDone,
} from '../../kit/index.js';
import { NOW } from './examples.js';

// For those who build the console; its words are examples and stay English.

const PROBLEM = new ApiError({ status: 500, code: 'internal', requestId: 'req-5f0c2b' });

// Together they weigh more than a page may; each comes by itself, as it does on the pages that use it.
const Fields = later(async () => (await import('./fields.js')).Fields);
const Tables = later(async () => (await import('./tables.js')).Tables);
const Diffs = later(async () => (await import('./tables.js')).Diffs);
const ManyRows = later(async () => (await import('./tables.js')).ManyRows);
const Dialogs = later(async () => (await import('./dialogs.js')).Dialogs);

function Row({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3">{children}</div>;
}

function Buttons() {
  return (
    <Panel title="Buttons">
      <Row>
        <Button kind="primary">Primary</Button>
        <Button>Secondary</Button>
        <Button kind="quiet">Quiet</Button>
        <Button kind="danger" icon={Trash2}>
          Danger
        </Button>
        <Button icon={Download} aria-label="Download" />
        <Button kind="primary" isDisabled>
          Disabled
        </Button>
        <Button kind="primary" isPending>
          Pending
        </Button>
        <LinkButton to="/dev/kit" icon={Plus}>
          A link
        </LinkButton>
        <Menu
          label="Menu"
          choices={[
            { id: 'a', label: 'First', onAction: () => tellDone('First') },
            { id: 'b', label: 'Remove', isDanger: true, icon: Trash2, onAction: () => tellDone('Removed') },
          ]}
        />
        <Button onPress={() => tellDone('Saved', () => undefined)}>Show a toast</Button>
      </Row>
    </Panel>
  );
}

function Messages() {
  return (
    <Panel title="Banners and tags">
      <Banner title="This agency is on trial">Messages reach only the guest list.</Banner>
      <Banner tone="ok" title="Verified up to entry 10,231" />
      <Banner tone="warn" title="Emergency access: 42 minutes left" actions={<Button>End it now</Button>} />
      <Banner tone="bad" title="This agency is suspended">
        Nothing is sent.
      </Banner>
      <Row>
        <Tag>Sandbox</Tag>
        <Tag tone="ok">Done</Tag>
        <Tag tone="info">Waiting for WhatsApp</Tag>
        <Tag tone="warn">Needs change</Tag>
        <Tag tone="bad">Failed</Tag>
      </Row>
    </Panel>
  );
}

function States() {
  return (
    <Panel title="States">
      <Skeleton />
      <ErrorState error={PROBLEM} onRetry={() => undefined} />
      <Stale since={NOW} onRetry={() => undefined} />
    </Panel>
  );
}

function Values() {
  return (
    <Panel title="Values">
      <DescriptionList
        facts={[
          { label: 'Name', value: <Name>وزارة الصحة</Name>, action: <LinkButton to="/dev/kit">Change</LinkButton> },
          { label: 'Made', value: <Time at={NOW} /> },
          { label: 'Ends', value: <Time at={NOW} show="exact" /> },
          { label: 'Waiting', value: <Num value={5} unit="minute" /> },
          { label: 'Delivered', value: <Num value={0.961} style="percent" /> },
          { label: 'Hash', value: <Code>9f2c41aa07</Code> },
        ]}
      />
      <Copyable label="the key" text="bf_test_2h7k_9fj3kq8sm2z4x6c8v0b1n3m5" />
    </Panel>
  );
}

function Progress() {
  return (
    <Panel title="Steps and progress">
      <Stepper
        label="Steps"
        steps={[
          { id: '1', label: 'Details', status: 'done', to: '/dev/kit' },
          { id: '2', label: 'Number', status: 'now' },
          { id: '3', label: 'Checklist', status: 'later' },
        ]}
      />
      <ProgressPanel title="Sending" done={940} of={2345} note="18 a second" actions={<Button>Pause</Button>} />
      <Sparkline label="Calls of the last day" bars={[3, 9, 0, 14, 7, 2].map((good, at) => ({ good, bad: at % 3 }))} />
      <Meter label="Messages today" value={310} limit={1000} />
      <StatusTimeline
        label="What happened"
        steps={[
          { id: 'a', title: 'Accepted', at: NOW, tone: 'neutral' },
          { id: 'b', title: 'Sent', at: NOW, tone: 'info', detail: 'WhatsApp has it.' },
          { id: 'c', title: 'Not delivered', at: NOW, tone: 'bad', detail: 'Could not reach this number on WhatsApp.' },
        ]}
      />
      <TaskList
        label="Tasks"
        tasks={[
          {
            id: 'a',
            title: 'Two administrators',
            to: '/dev/kit',
            status: { label: 'Done', tone: 'ok' },
            note: 'Amina',
          },
          { id: 'b', title: 'A display name', hint: 'Citizens see it.', status: { label: 'To do', tone: 'neutral' } },
        ]}
      />
      <Tabs
        label="Tabs"
        tabs={[
          { id: 'one', label: 'First', content: <p>The first.</p> },
          { id: 'two', label: 'Second', content: <p>The second.</p> },
        ]}
      />
    </Panel>
  );
}

/** Every component of the kit in every state. */
export default function KitPage() {
  return (
    <div className="mx-auto max-w-5xl">
      <PageBody>
        <PageHeader
          title="The kit"
          lead="Every component in every state."
          crumbs={[{ label: 'Start', to: '/' }]}
          tag={<Tag tone="info">For checks</Tag>}
          actions={<Button kind="primary">An act</Button>}
        />
        <Buttons />
        <Fields />
        <Messages />
        <Tables />
        <States />
        <Values />
        <Progress />
        <Dialogs />
        <Diffs />
        <ManyRows />
      </PageBody>
    </div>
  );
}
