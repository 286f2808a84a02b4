import type { Welcome } from './view.ts';

/** What views of one article say while no article is being worked on. */
export const NO_ARTICLE: Welcome = {
  id: 'noArticle',
  text: {
    en: 'Open an article to see what stands in it.\n[Open an Article](command:hashiya.views.articles.focus)\n[Create Sample Project](command:hashiya.createSampleProject)',
    ar: 'افتح مقالًا لترى ما فيه.\n[فتح مقال](command:hashiya.views.articles.focus)\n[إنشاء مشروع نموذجي](command:hashiya.createSampleProject)',
  },
  when: '!hashiya.views.article',
};
