import optimizeLocales from '@react-aria/optimize-locales-plugin';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The api in development: `npm run dev` shows the console with its own reload and asks this api. */
const API = process.env['BELFRY_API'] ?? 'http://localhost:3000';

export default defineConfig(({ command }) => ({
  plugins: [
    // Only the languages of the console: all of them would add 33 KB to the first load.
    { ...optimizeLocales.vite({ locales: ['en-US', 'fr-FR', 'ar-AE', 'pt-BR'] }), enforce: 'pre' as const },
    react(),
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
          groups: [{ name: 'basics', test: /\/(Button|TextField|TextArea|FieldError|Form|Label)\.mjs$|kit\/text-fields/ }],
        },
      },
    },
  },
  server: { port: 5173, proxy: { '/v1': { target: API, changeOrigin: true } } },
}));
