import type { ReactNode } from 'react';
import { I18nProvider, RouterProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useHref, useNavigate } from 'react-router';
import { describeLanguage } from '../i18n/languages.js';
import { ToastRegion } from './toast.js';

/** The kit speaks the page's language and follows the page's router. */
export function KitProvider({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  return (
    <I18nProvider locale={describeLanguage(i18n.language).locale}>
      <RouterProvider navigate={(path) => void navigate(path)} useHref={useHref}>
        {children}
        <ToastRegion />
      </RouterProvider>
    </I18nProvider>
  );
}
