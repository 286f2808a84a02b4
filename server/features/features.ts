import type { Feature } from '../server-context.ts';
import { article } from './article.ts';
import { diagnostics } from './diagnostics.ts';
import { hover } from './hover.ts';

/** What the server can do: adding a feature is one file and one line. */
export const FEATURES: readonly Feature[] = [article, diagnostics, hover];
