import optimizeLocales from '@react-aria/optimize-locales-plugin';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** The api in development: `npm run dev` shows the console with its own reload and asks this api. */
const API = process.env['BELFRY_API'] ?? 'http://localhost:3000';

/** Tells index.html where the fonts are, whose names have the hash of their content. */
const FONTS = {
  __LATIN_FONT__: /hyperlegible-next-latin-wght-normal-.*\.woff2$/,
  __ARABIC_FONT__: /noto-sans-arabic-arabic-wght-normal-.*\.woff2$/,
};

const fontAddresses = (): Plugin => ({
  name: 'font-addresses',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) =>
      Object.entries(FONTS).reduce((page, [place, name]) => {
        const file = Object.keys(bundle).find((one) => name.test(one));
        if (!file) throw new Error(`no font is called ${name}`);
        return page.replace(place, `/${file}`);
      }, html),
  },
});

export default defineConfig(({ command }) => ({
  plugins: [
    // Only the languages of the console: all of them would add 33 KB to the first load.
    { ...optimizeLocales.vite({ locales: ['en-US', 'fr-FR', 'ar-AE', 'pt-BR'] }), enforce: 'pre' as const },
    react(),
    fontAddresses(),
    tailwindcss(),
  ],
  // Written into index.html; the api replaces it by a nonce of its own for each answer.
  ...(command === 'build' ? { html: { cspNonce: '__CSP_NONCE__' } } : {}),
  build: {
    target: 'es2023',
    manifest: true,
    // Blob or data URLs would need holes in the content security policy.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Nearly every page has a text field: it comes with the button, once, and is in no page's own weight.
          groups: [
            { name: 'basics', test: /\/(Button|TextField|TextArea|FieldError|Form|Label)\.mjs$|kit\/text-fields/ },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/v1': { target: API, changeOrigin: true }, '/media': { target: API, changeOrigin: true } },
  },
}));
