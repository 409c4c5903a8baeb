import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

/** `npm run gallery`: every component in every state, on this machine only. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [preact()],
  build: {
    outDir: '../../.output/gallery',
    emptyOutDir: true,
    cssTarget: ['chrome123', 'firefox140'],
  },
  server: { host: '127.0.0.1', port: 4180, fs: { allow: ['../..'] } },
});
