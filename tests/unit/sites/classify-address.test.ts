import { describe, expect, it } from 'vitest';
import { classifyAddress } from '../../../lib/sites/classify-address';

describe('what an address is', () => {
  it.each([
    ['https://arxiv.org/abs/2401.00001v2', 'paper', 'arxiv:2401.00001'],
    ['https://arxiv.org/pdf/2401.00001', 'pdf', 'arxiv:2401.00001'],
    ['https://arxiv.org/list/cs.LG/new', 'list', null],
    ['https://www.nature.com/articles/nature14539', 'paper', 'doi:10.1038/nature14539'],
    ['https://dblp.org/rec/conf/inv/DoeR31', 'paper', null],
    ['https://jmlr.org/papers/v13/bergstra12a.html', 'paper', null],
    ['https://www.ijcai.org/proceedings/2031/0012.pdf', 'pdf', null],
    ['https://www.mdpi.com/2072-4292/12/1/1', 'paper', null],
    ['https://papers.nips.cc/paper/8668-a-made-up-slug', 'paper', null],
    ['https://www.usenix.org/conference/inv31/presentation/doe', 'paper', null],
    ['https://pubmed.ncbi.nlm.nih.gov/?term=invented', 'list', null],
    ['https://example.org/', null, null],
    ['https://jmlr.org.evil.example/papers/v13/bergstra12a.html', null, null],
    ['not an address', null, null],
  ])('%s is %s', (address, kind, key) => expect(classifyAddress(address)).toEqual({ kind, key }));
});
