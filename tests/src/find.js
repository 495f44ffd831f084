// Finds what a person would point at: the visible elements that a chain of steps leads to, in reading order.
// arguments[0]: steps, each [how, what], every one within what the step before it found.
const visible = (element) =>
  element.getClientRects().length > 0 &&
  element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
// Blanks are left out: Ant Design puts one between the two characters of a short Chinese button.
const plain = (text) => (text ?? "").replace(/\s+/g, "");
const deepest = (elements) =>
  elements.filter((element) => !elements.some((other) => other !== element && element.contains(other)));
const every = (root) => [...root.querySelectorAll("*")].filter((e) => !["SCRIPT", "STYLE"].includes(e.tagName));

const ways = {
  css: (root, what) => [...root.querySelectorAll(what)].filter(visible),
  // A file input is hidden behind the button that stands for it.
  hidden: (root, what) => [...root.querySelectorAll(what)],
  testid: (root, what) => [...root.querySelectorAll(`[data-testid="${CSS.escape(what)}"]`)].filter(visible),
  text: (root, what) =>
    deepest(every(root).filter((e) => plain(e.textContent) === plain(what) && visible(e))),
  containing: (root, what) =>
    deepest(every(root).filter((e) => plain(e.textContent).includes(plain(what)) && visible(e))),
  field: (root, what) => {
    const wanted = plain(what);
    const labelled = [...root.querySelectorAll("label")]
      .filter((label) => plain(label.textContent) === wanted && label.control)
      .map((label) => label.control);
    const named = [...root.querySelectorAll("input, textarea, [role=combobox], [contenteditable=true]")].filter(
      (e) => plain(e.getAttribute("aria-label")) === wanted || plain(e.getAttribute("placeholder")) === wanted,
    );
    return [...new Set([...labelled, ...named])].filter((e) => e.getClientRects().length > 0);
  },
};

let roots = [document];
for (const [how, what] of arguments[0]) {
  roots = [...new Set(roots.flatMap((root) => ways[how](root, what)))];
}
return roots.map((element) => {
  const { x, y, width, height } = element.getBoundingClientRect();
  const control = element.closest("button, input, textarea, select, [role=menuitem], [role=option], [role=tab]");
  const disabled = control?.matches(":disabled, [aria-disabled=true]") ?? false;
  return { element, place: [x, y, width, height].map(Math.round), disabled };
});
