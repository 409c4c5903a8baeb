import { resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { arxiv } from './lib/sites/arxiv';
import { huggingFace } from './lib/sites/hugging-face';
import { optionalAdapters, siteOrigins } from './lib/sites/index';
import { borrowModules } from './scripts/borrow-modules';
import { TEST_KEY } from './scripts/browsers/test-extension';

/** Paperkin asks for these at install and for nothing else; a test pins it. */
const HOSTS = ['https://huggingface.co/*', 'https://arxiv.org/*'];

/** Where the marks stand from the start: pages of papers only. */
const SCRIPT_MATCHES = [...huggingFace.matches, ...arxiv.matches];

/** Asked for when papers are sent to it, the program on the same computer. Firefox knows no ports. */
const ZOTERO = 'http://127.0.0.1/*';

/** Asked for one by one, when a person turns a site on. */
const OPTIONAL_HOSTS = [...new Set(optionalAdapters.flatMap(siteOrigins)), ZOTERO];

/** Our own pages run our own scripts, talk to nobody but Zotero and show no picture from elsewhere. */
const PAGE_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self' http://127.0.0.1:23119",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const { DISPLAY, WAYLAND_DISPLAY } = process.env;
const hasDisplay = process.platform !== 'linux' || Boolean(DISPLAY || WAYLAND_DISPLAY);

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  manifestVersion: 3,
  // `npm run dev` opens a browser where there is a display; elsewhere it only rebuilds.
  webExt: { disabled: !hasDisplay },
  vite: () => ({
    plugins: [preact()],
    // The build for browsers with async functions, as all of ours are.
    resolve: {
      alias: [
        { find: /^dexie$/, replacement: resolve('node_modules/dexie/dist/modern/dexie.mjs') },
      ],
    },
    build: {
      // The first with light-dark(); written out for older ones it no longer follows `color-scheme`.
      cssTarget: ['chrome123', 'firefox140'],
      rollupOptions: {
        // The background's second script, which the browser imports when it is first asked for.
        external: ['/whole.js'],
        // WXT's own wrapper of the background imports it and leaves it unused.
        treeshake: { moduleSideEffects: [{ test: /webextension-polyfill/, sideEffects: false }] },
      },
    },
  }),
  hooks: {
    // By itself the popup is one script and one style sheet; it opens later with each file more.
    'entrypoints:grouped': (_wxt, groups) => {
      const pages = groups.find((group) => Array.isArray(group));
      const place = pages?.findIndex(({ name }) => name === 'popup') ?? -1;
      if (pages && place >= 0) groups.push(pages.splice(place, 1));
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ name }) => name === 'whole')) borrowModules(config);
    },
    'prepare:publicPaths': (_wxt, paths) => {
      paths.push('related-background.bin');
    },
    'build:publicAssets': (_wxt, files) => {
      files.push({
        absoluteSrc: resolve('assets/related/background.bin'),
        relativeDest: 'related-background.bin',
      });
    },
  },
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: [
      'storage',
      'unlimitedStorage',
      'activeTab',
      'scripting',
      'contextMenus',
      'alarms',
    ],
    host_permissions: HOSTS,
    optional_host_permissions: OPTIONAL_HOSTS,
    content_scripts: [{ matches: SCRIPT_MATCHES, js: ['papers.js'], run_at: 'document_idle' }],
    incognito: 'not_allowed',
    content_security_policy: { extension_pages: PAGE_POLICY },
    // Where nothing is known of a tab's page; toolbar.ts changes it tab by tab.
    action: { default_icon: { 16: 'icon/none-16.png', 32: 'icon/none-32.png' } },
    omnibox: { keyword: 'pk' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' } },
      'save-page': {
        // Not S: with Alt it opens a menu of Firefox, shift or not, as F, E, V, B, T and H do.
        suggested_key: { default: 'Alt+Shift+P' },
        description: '__MSG_commandSavePage__',
      },
    },
    ...(browser === 'chrome' && { minimum_chrome_version: '123' }),
    ...(mode === 'e2e' && browser === 'chrome' && { key: TEST_KEY }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'paperkin@paperkin.example',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
        gecko_android: { strict_min_version: '142.0' },
      },
    }),
  }),
});
