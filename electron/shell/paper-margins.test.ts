import { expect, it } from 'vitest';
import { footerTemplate, headerTemplate } from './paper-margins.ts';

it('a title of somebody else stays words', () => {
  expect(headerTemplate({ header: '<script>alert(1)</script> "x"' })).toContain(
    '&lt;script&gt;alert(1)&lt;/script&gt; &quot;x&quot;',
  );
});

it('Chromium puts in the numbers, in whatever language', () => {
  const footer = footerTemplate({ footer: 'Stint · {page}', numbering: 'Seite {page} von {pages}' });
  expect(footer).toContain('Seite <span class="pageNumber"></span> von <span class="totalPages"></span>');
  expect(footer).toContain('Stint · {page}');
});
