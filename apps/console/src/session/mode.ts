const mode = document.querySelector<HTMLMetaElement>('meta[name="belfry-mode"]')?.content;

/** Development and demo mode: no citizens, nothing to protect. The api writes its mode into the page. */
export const isForTrying = (): boolean => import.meta.env.DEV || mode === 'demo';
