import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createListBar } from '../components/list-bar/list-bar';
import { ListingTools } from '../lib/page/listing-tools';

/** The tools of a listing, put into a page by the background when its script asks for them. */
export default defineUnlistedScript(() => {
  const page = globalThis.paperkinListing;
  globalThis.paperkinListing = undefined;
  if (!page || page.signal.aborted) return;
  const { translate } = page;
  const tools = new ListingTools({
    ...page,
    document,
    address: () => new URL(location.href),
    makeBar: (handlers) =>
      createListBar({
        document,
        translate,
        theme: page.theme(),
        test: import.meta.env.MODE === 'e2e',
        isGenuine: page.isGenuine,
        onChoosing: (isOn) => handlers.onChoosing(isOn),
        onFilter: (text) => handlers.onFilter(text),
        onChooseAllNew: () => handlers.onChooseAllNew(),
        onSaveChosen: () => handlers.onSaveChosen(),
        onUndo: () => handlers.onUndo(),
        onDim: (isOn) => handlers.onDim(isOn),
        onSort: (isOn) => handlers.onSort(isOn),
      }),
    savedText: (count) => translate.count('doneSaved', count),
  });
  page.connect(tools);
  tools.refresh();
});
