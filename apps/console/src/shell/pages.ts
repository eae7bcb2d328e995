import type { ComponentType } from 'react';

interface PageModule {
  default: ComponentType;
}

const PAGES = import.meta.glob<PageModule>('../pages/*/*.page.tsx');

const fileOf = (page: string): string => `../pages/${page}.page.tsx`;

export const hasPage = (page: string): boolean => Object.hasOwn(PAGES, fileOf(page));

export async function loadPage(page: string): Promise<ComponentType> {
  const load = PAGES[fileOf(page)];
  if (!load) throw new Error(`There is no page ${page}`);
  return (await load()).default;
}
