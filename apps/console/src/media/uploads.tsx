import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { codeOf } from '../api/problem.js';
import { uploadFile } from '../api/upload-file.js';
import { Banner, Button, FileDrop, Meter, tellDone } from '../kit/index.js';
import type { MediaDetails } from './media-file.js';

const ACCEPTED = '.jpg,.jpeg,.png,.webp,.mp4,.3gp,.aac,.amr,.mp3,.m4a,.ogg,.txt,.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx';

interface Sent {
  readonly key: string;
  readonly name: string;
  /** From 0 to 1; null when it ended badly. */
  readonly done: number | null;
  readonly code?: string;
  readonly stop: () => void;
}

let made = 0;

function useUploads(onAdded?: (file: MediaDetails) => void) {
  const { t } = useTranslation('media');
  const queries = useQueryClient();
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const drop = (key: string) => setSent((all) => all.filter((one) => one.key !== key));
  const change = (key: string, to: Partial<Sent>) =>
    setSent((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)));

  async function send(file: File): Promise<void> {
    const key = `${made++}`;
    const abort = new AbortController();
    const stop = () => {
      abort.abort();
      drop(key);
    };
    setSent((all) => [...all, { key, name: file.name, done: 0, stop }]);
    const form = new FormData();
    form.append('file', file);
    try {
      const options = { signal: abort.signal, onProgress: (done: number) => change(key, { done }) };
      const added = await uploadFile<MediaDetails>('/v1/media', form, options);
      drop(key);
      tellDone(t('added', { name: file.name }));
      onAdded?.(added);
    } catch (error) {
      change(key, { done: null, code: codeOf(error) });
    }
    await queries.invalidateQueries({ queryKey: ['/v1/media'] });
  }
  const sendAll = (files: readonly File[]): void => {
    for (const file of files) void send(file);
  };
  return { sent, drop, sendAll };
}

const PER_CENT = 100;

function Progress({ upload }: { upload: Sent }) {
  const { t } = useTranslation('media');
  const { name, done, stop } = upload;
  return (
    <div className="flex flex-wrap items-end gap-4 rounded-panel border border-line-soft bg-surface px-4 py-3">
      <div className="min-w-0 grow">
        <Meter label={t('sending', { name })} value={Math.round((done ?? 0) * PER_CENT)} limit={PER_CENT} />
      </div>
      <Button kind="quiet" onPress={stop}>
        {t('stop')}
      </Button>
    </div>
  );
}

/** What a refusal means for whoever chose the file. */
function Refused({ upload, onClose }: { upload: Sent; onClose: () => void }) {
  const { t } = useTranslation('media');
  return (
    <div role="alert">
      <Banner
        tone="bad"
        title={t('notAdded', { name: upload.name })}
        actions={
          <Button kind="quiet" onPress={onClose}>
            {t('close')}
          </Button>
        }
      >
        {t([`refusals.${upload.code}`, 'refusals.other'])}
      </Banner>
    </div>
  );
}

/** Takes files and shows how each of them fares. */
export function Uploads({ onAdded, accept = ACCEPTED }: { onAdded?: (file: MediaDetails) => void; accept?: string }) {
  const { t } = useTranslation('media');
  const { sent, drop, sendAll } = useUploads(onAdded);
  return (
    <div className="grid gap-3">
      <FileDrop label={t('choose')} hint={t('hint')} accept={accept} onFiles={sendAll} />
      {sent.map((upload) =>
        upload.done === null ? (
          <Refused key={upload.key} upload={upload} onClose={() => drop(upload.key)} />
        ) : (
          <Progress key={upload.key} upload={upload} />
        ),
      )}
    </div>
  );
}
