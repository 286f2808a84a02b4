import { annotations } from './annotations.ts';
import { articles } from './articles.ts';
import { entities } from './entities.ts';
import { history } from './history.ts';
import { quotations } from './quotations.ts';
import type { View } from './view.ts';

/** Every side view, from the top. */
export const VIEWS: readonly View[] = [articles, entities, quotations, annotations, history];
