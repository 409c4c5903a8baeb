import { expect, it } from 'vitest';
import { importText } from '../../../lib/import';

it('reads the papers among bookmarks, with folder, tags, date and description', async () => {
  const { records, problems, format } = await importText(`<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file. -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1925000000" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks bar</H3>
    <DL><p>
        <DT><A HREF="https://arxiv.org/abs/3101.00042" ADD_DATE="1925000000" TAGS="toys,sheep" ICON="data:image/png;base64,AAAA">[3101.00042] Toys &amp; Sheep</A>
        <DD>My thought
        <DT><A HREF="https://news.example/">News</A>
        <DT><H3>Reading &lt;2031&gt;</H3>
        <DL><p>
            <DT><A HREF="https://openreview.net/forum?id=AbCdEf123_&amp;noteId=x" ADD_DATE="1925000001">Dreams | OpenReview</A>
            <DT><A HREF='https://arxiv.org/pdf/3101.00043'>3101.00043.pdf</A>
        </DL><p>
        <DT><A HREF="https://huggingface.co/papers/3101.00044">Paper page - Counting Sheep</A>
    </DL><p>
</DL><p>
`);
  expect([format, problems]).toEqual(['bookmarks', []]);
  expect(records.map(({ line }) => line)).toEqual([9, 14, 15, 17]);
  expect(records.map(({ paper }) => paper)).toMatchObject([
    {
      id: 'arxiv:3101.00042',
      title: 'Toys & Sheep',
      tags: ['toys', 'sheep'],
      note: 'My thought',
      addedAt: '2031-01-01T02:13:20.000Z',
    },
    { id: 'openreview:AbCdEf123_', title: 'Dreams', lists: ['Reading <2031>'] },
    { id: 'arxiv:3101.00043', title: '', lists: ['Reading <2031>'] },
    { id: 'arxiv:3101.00044', title: 'Counting Sheep' },
  ]);
  expect([records[0]?.paper.lists, records[3]?.paper.lists]).toEqual([undefined, undefined]);
});
