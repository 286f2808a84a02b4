import type { Feature } from '../server-context.ts';
import { acting } from './act.ts';
import { article } from './article.ts';
import { diagnostics } from './diagnostics.ts';
import { hover } from './hover.ts';

/** What the server can do: adding a feature is one file and one line. */
export const FEATURES: readonly Feature[] = [acting, article, diagnostics, hover];
