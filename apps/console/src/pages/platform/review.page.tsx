import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { queryClient, useGet, useSend } from '../../api/queries.js';
import type { GoLive, GoLiveTask } from '../../api/types.js';
import { loadArea } from '../../i18n/i18n.js';
import {
  Banner,
  Button,
  ConfirmDialog,
  Dialog,
  Form,
  fields,
  Loaded,
  PageBody,
  PageHeader,
  ProgressPanel,
  ReasonDialog,
  TextField,
  Time,
  tellDone,
  text,
  useDialog,
} from '../../kit/index.js';
import { useMe } from '../../session/me.js';
import { PersonName } from '../../session/person-name.js';
import { Comments } from '../go-live/comments.js';
import { Sections } from '../go-live/sections.js';

await loadArea('go-live');

const REFRESHES = [
  '/v1/platform/agencies/{id}/go-live',
  '/v1/platform/agencies',
  '/v1/platform/agencies/{id}',
] as const;

const COMMENT = fields({ text: text() });

/** The live stream of the platform does not tell what an agency has done meanwhile. */
queryClient.setQueryDefaults(['/v1/platform/agencies/{id}/go-live'], { staleTime: 0, refetchInterval: 10_000 });

function CommentDialog({ id, task, onClose }: { id: string; task: GoLiveTask['key']; onClose: () => void }) {
  const { t } = useTranslation('platform');
  const comment = useSend('post', '/v1/platform/agencies/{id}/go-live/comments', { refreshes: REFRESHES });
  return (
    <Dialog isOpen onClose={onClose} title={t('commentOn', { task: t(`go-live:tasks.${task}.title`) })}>
      <Form
        schema={COMMENT}
        submitLabel={t('addComment')}
        onCancel={onClose}
        onSubmit={async (said) => {
          await comment.mutateAsync({ params: { path: { id } }, body: { task, ...said } });
          tellDone(t('commented'));
          onClose();
        }}
      >
        <TextField name="text" rows={4} label={t('comment')} description={t('commentHint')} />
      </Form>
    </Dialog>
  );
}

function Approve({ id, name, isSecond }: { id: string; name: string; isSecond: boolean }) {
  const { t } = useTranslation('platform');
  const dialog = useDialog();
  const approve = useSend('post', '/v1/platform/agencies/{id}/go-live/approve', { refreshes: REFRESHES });
  return (
    <>
      <Button kind="primary" onPress={dialog.open}>
        {t('approve')}
      </Button>
      <ConfirmDialog
        {...dialog.props}
        isDanger={false}
        title={t('approveTitle', { name })}
        confirmLabel={t(isSecond ? 'approveSecond' : 'approveFirst', { name })}
        onConfirm={async () => {
          await approve.mutateAsync({ params: { path: { id } } });
          tellDone(t(isSecond ? 'nowLive' : 'approvedOnce', { name }));
        }}
      >
        <p>{t(isSecond ? 'approveSecondEffect' : 'approveFirstEffect')}</p>
      </ConfirmDialog>
    </>
  );
}

function SendBack({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation('platform');
  const dialog = useDialog();
  const sendBack = useSend('post', '/v1/platform/agencies/{id}/go-live/send-back', { refreshes: REFRESHES });
  return (
    <>
      <Button onPress={dialog.open}>{t('sendBack')}</Button>
      <ReasonDialog
        {...dialog.props}
        title={t('sendBackTitle', { name })}
        confirmLabel={t('sendBack')}
        reasonLabel={t('whatMustChange')}
        onConfirm={async (comment) => {
          await sendBack.mutateAsync({ params: { path: { id } }, body: { comment } });
          tellDone(t('sentBack', { name }));
        }}
      >
        <p>{t('sendBackEffect')}</p>
      </ReasonDialog>
    </>
  );
}

/** How the request stands for whoever reviews it, and who else has to look. */
function Standing({ goLive: { status, request } }: { goLive: GoLive }) {
  const { t } = useTranslation('platform');
  const me = useMe();
  if (!request) return <Banner title={t('notAsked')}>{t('notAskedAdvice')}</Banner>;
  const mine = request.approvedBy.includes(me.id);
  const words = status === 'approved' && mine ? 'approvedByMe' : status;
  return (
    <Banner
      tone={status === 'requested' || status === 'approved' ? 'warn' : 'info'}
      title={t(`review.${words}`, { defaultValue: t(`stage.${status}`, { defaultValue: status }) })}
    >
      <p>
        {t('askedOn')} <Time at={request.requestedAt} show="exact" />
      </p>
      {request.approvedBy.map((by) => (
        <p key={by}>
          {t('approvedBy')} <PersonName id={by} unknown={t('colleague')} />
        </p>
      ))}
      <Comments comments={request.comments} />
    </Banner>
  );
}

function ReviewView({ id, name, goLive }: { id: string; name: string; goLive: GoLive }) {
  const { t } = useTranslation('platform');
  const me = useMe();
  const [commenting, setCommenting] = useState<GoLiveTask['key']>();
  const isAsked = goLive.status === 'requested' || goLive.status === 'approved';
  const approvedBy = goLive.request?.approvedBy ?? [];
  const commentButton = ({ key }: GoLiveTask) =>
    isAsked && (
      <Button
        kind="quiet"
        aria-label={t('commentOn', { task: t(`go-live:tasks.${key}.title`) })}
        onPress={() => setCommenting(key)}
      >
        {t('comment')}
      </Button>
    );
  return (
    <>
      <PageHeader
        title={t('reviewTitle', { name })}
        crumbs={[
          { label: t('title'), to: '/platform' },
          { label: name, to: `/platform/agencies/${id}` },
        ]}
        actions={
          isAsked && (
            <>
              {!approvedBy.includes(me.id) && <Approve id={id} name={name} isSecond={approvedBy.length > 0} />}
              <SendBack id={id} name={name} />
            </>
          )
        }
      />
      <Standing goLive={goLive} />
      <ProgressPanel title={t('progress')} {...goLive.progress} />
      <Sections sections={goLive.sections} actionsOf={commentButton} />
      {commenting && <CommentDialog id={id} task={commenting} onClose={() => setCommenting(undefined)} />}
    </>
  );
}

/** The checklist of an agency as the platform team sees it. */
export default function ReviewPage() {
  const { t } = useTranslation('platform');
  const { id = '' } = useParams();
  const agency = useGet('/v1/platform/agencies/{id}', { params: { path: { id } } });
  const goLive = useGet('/v1/platform/agencies/{id}/go-live', { params: { path: { id } } });
  return (
    <PageBody width="reading">
      {/* Its name is not known: the page still says where one is. */}
      {((agency.error && !agency.data) || (goLive.error && !goLive.data)) && <PageHeader title={t('checklist')} />}
      <Loaded from={agency}>
        {({ name }) => <Loaded from={goLive}>{(data) => <ReviewView id={id} name={name} goLive={data} />}</Loaded>}
      </Loaded>
    </PageBody>
  );
}
