import { describe, expect, test } from 'vitest';
import { pageHtml } from './html.ts';

const page = (title: string, language: 'en' | 'ar' = 'en'): string =>
  pageHtml({
    id: 'dashboard',
    script: 'https://file.example/dist/dashboard.js?a=1&b="',
    style: 'https://file.example/dist/dashboard.css',
    source: 'https://*.example',
    nonce: '0a1b2c',
    language,
    title,
  });

describe('the page of a webview', () => {
  test('lets nothing run but its own script, and nothing in from elsewhere', () => {
    const [, policy = ''] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(page('x')) ?? [];
    const directives = Object.fromEntries(
      policy.split('; ').map((directive) => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources.join(' ')];
      }),
    );
    expect(directives).toEqual({
      'default-src': "'none'",
      'script-src': "'nonce-0a1b2c'",
      'style-src': 'https://*.example',
      'font-src': 'https://*.example',
      'img-src': 'data:',
      'base-uri': "'none'",
      'form-action': "'none'",
    });
    expect(page('x').match(/<script\b[^>]*>/g)).toEqual([
      '<script nonce="0a1b2c" src="https://file.example/dist/dashboard.js?a=1&amp;b=&quot;">',
    ]);
  });

  test.each([
    '<script>alert(1)</script>',
    '</title><img src=x onerror=alert(1)>',
    '" onload="alert(1)',
    "&'",
  ])('sets the name of a folder as text: %s', (name) => {
    const tags = (html: string): string[] => html.match(/<\/?[a-z]+/gi) ?? [];
    expect(tags(page(name))).toEqual(tags(page('x')));
    expect(page(name)).not.toContain(name);
  });

  test('is set from right to left in Arabic', () => {
    expect(page('x', 'ar')).toContain('<html lang="ar" dir="rtl">');
    expect(page('x', 'en')).toContain('<html lang="en" dir="ltr">');
  });
});
